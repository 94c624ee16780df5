package org.guildhall.insights.copy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.duckdb.DuckDBConnection;
import org.guildhall.insights.Cell;
import org.guildhall.insights.DrillRow;
import org.guildhall.insights.FactSource;
import org.guildhall.insights.Freshness;
import org.guildhall.insights.Measure;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The copy as a whole: refreshed by one writer at a time, read by any number at once, each reader seeing one committed state.
 */
@Component
public final class FactCopy implements DisposableBean {

    private final List<FactSource> sources;
    private final HorizonStore horizons;
    private final BusinessTime time;
    private final TransactionTemplate snapshot;
    private final CopyFile file;
    private final MeasureStore measures;
    private final ReentrantLock writing = new ReentrantLock();
    private final AtomicLong runs = new AtomicLong();
    private volatile Freshness freshness = new Freshness(null, null);

    FactCopy(
            List<FactSource> sources,
            HorizonStore horizons,
            BusinessTime time,
            PlatformTransactionManager transactions,
            @Value("${guildhall.data:data}") Path data) {
        this.sources = List.copyOf(sources);
        this.horizons = horizons;
        this.time = time;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.file = new CopyFile(data.resolve("insights"));
        this.measures = new MeasureStore(this.sources);
    }

    /** Brings the copy up to everything committed before this call; callers that wait for the same run share it. */
    public void refresh() {
        long wanted = runs.get() + 1;
        writing.lock();
        try {
            if (runs.get() < wanted) {
                runs.incrementAndGet();
                run(false);
            }
        } finally {
            writing.unlock();
        }
    }

    /** Reads everything anew. */
    public void rebuild() {
        writing.lock();
        try {
            runs.incrementAndGet();
            run(true);
        } finally {
            writing.unlock();
        }
    }

    /** How recent the copy is. */
    public Freshness freshness() {
        return freshness;
    }

    /** The cells of a measure. */
    public List<Cell> cells(Measure measure, Map<String, Object> parameters, Reach reach) {
        return reading(connection -> measures.cells(connection, measure, parameters, reach));
    }

    /** A page of the members of one cell. */
    public List<DrillRow> members(Measure measure, Map<String, Object> parameters, Reach reach, CellPage page) {
        return reading(connection -> measures.members(connection, measure, parameters, reach, page));
    }

    /** How many members one cell has, counted up to the limit of exact totals. */
    public Slice.Total count(Measure measure, Map<String, Object> parameters, Reach reach, CellPage page) {
        return Slice.Total.counted(reading(connection -> measures.count(connection, measure, parameters, reach, page)));
    }

    /** Asks for members of one cell that come after the given one. */
    public record CellPage(String k1, String k2, @Nullable MemberId after, int limit) {}

    private <T> T reading(Function<DuckDBConnection, T> work) {
        if (freshness.upTo() == null) {
            refresh();
        }
        try (var connection = file.connect()) {
            return work.apply(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the analytical copy can't be read", e);
        }
    }

    private void run(boolean anew) {
        try {
            var upTo = snapshot.execute(status -> copy(anew));
            freshness = new Freshness(upTo, null);
        } catch (RuntimeException e) {
            freshness = new Freshness(freshness.upTo(), e.toString());
            throw e;
        }
    }

    private Instant copy(boolean anew) {
        var upTo = time.now();
        var horizon = horizons.now();
        try (var connection = file.connect()) {
            connection.setAutoCommit(false);
            var store = new CopyStore(connection);
            store.prepare();
            if (anew) {
                store.forget();
            }
            for (var source : sources) {
                long from = store.nextTransaction(source, horizon.database(), horizon.beforeTransaction());
                store.load(source, from, horizon.beforeTransaction());
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("the analytical copy can't be written", e);
        }
        return upTo;
    }

    @Override
    public void destroy() {
        file.close();
    }
}
