package org.guildhall.ledger.expiry;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.ExpiryRuns;
import org.guildhall.platform.Chunks;
import org.guildhall.platform.Runs;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Expires lots whose time is over, some thousand members a transaction, and remembers it as a run.
 *
 * <p>Each lot's expiry is a posting with a key of its own, true at the start of the lot's day of expiry; a lot that expired
 * never holds anything again, so running once more changes nothing and a run that was cut short is simply run again.
 */
@Component
public class Expiry {

    private static final int MEMBERS_A_TRANSACTION = 5_000;

    private final ExpiryStore store;
    private final TransactionTemplate transaction;
    private final BusinessTime time;
    private final Access access;
    private final Runs runs;

    Expiry(ExpiryStore store, TransactionTemplate transaction, BusinessTime time, Access access, Runs runs) {
        this.store = store;
        this.transaction = transaction;
        this.time = time;
        this.access = access;
        this.runs = runs;
    }

    /** Expires what was valid until before {@code through}, at the latest today; gives the run. */
    public UUID run(Asset asset, LocalDate through) {
        var last = through.isAfter(time.today()) ? time.today() : through;
        var actor = access.actor();
        return runs.during(
                new Runs.Begin(ExpiryRuns.KIND, asset.code(), last, actor, null),
                run -> Chunks.<UUID>each(
                        after -> store.membersWithDueLots(asset, last, after, MEMBERS_A_TRANSACTION),
                        members -> expire(new ExpiryStore.Due(run, asset, last, actor.reference()), members)));
    }

    /** Expires what is due today, of every asset; that nothing was due is remembered too. */
    public void runAll() {
        var today = time.today();
        var due = store.assets().stream()
                .filter(asset ->
                        !store.membersWithDueLots(asset, today, null, 1).isEmpty())
                .toList();
        for (var asset : due.isEmpty() ? List.of(Asset.POINTS) : due) {
            run(asset, today);
        }
    }

    private void expire(ExpiryStore.Due due, List<UUID> members) {
        if (!members.isEmpty()) {
            transaction.executeWithoutResult(status -> {
                var moved = store.expire(due, members, time);
                runs.moved(due.run(), moved.members(), moved.lots(), moved.amount());
            });
        }
    }
}
