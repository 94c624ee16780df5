package org.guildhall.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.Refusal;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps anybody from guessing codes: who has entered too many wrong ones waits.
 *
 * <p>Each attempt is remembered before the code is looked for, durably and by itself, and forgotten unless the code was wrong:
 * so attempts made at the same time count one another. What is too old to count is forgotten with the next attempt.
 */
public final class GuessedCodes {

    private final DSLContext sql;
    private final Attempts attempts;
    private final BusinessTime time;
    private final TransactionTemplate alone;

    /** Guards the codes whose attempts are remembered in a module's own table. */
    public GuessedCodes(DSLContext sql, Attempts attempts, BusinessTime time, TransactionTemplate transaction) {
        this.sql = sql;
        this.attempts = attempts;
        this.time = time;
        this.alone = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Where a module remembers who tried a code and when. */
    public record Attempts(Table<?> table, Field<String> actor, Field<UUID> attempt, Field<OffsetDateTime> triedAt) {}

    /**
     * How many wrong codes somebody may enter within a time, and what they are told then.
     *
     * @param wrong which refusals say that the code was wrong
     */
    public record Limit(int wrongCodes, Duration within, Refusal.Reason tooMany, Predicate<Refusal.Reason> wrong) {}

    /**
     * What comes of entering a code, outside every transaction; refused after too many wrong ones. The work is told how many more
     * may be wrong, should this one be.
     */
    public <T> T entering(String actor, Limit limit, IntFunction<T> work) {
        var attempt = Ids.next(time.clock());
        var now = time.now();
        remember(actor, attempt, now, limit.within());
        int tried = since(actor, now.minus(limit.within()));
        if (tried > limit.wrongCodes()) {
            forget(actor, attempt);
            throw Refusal.of(limit.tooMany());
        }
        try {
            var done = work.apply(limit.wrongCodes() - tried);
            forget(actor, attempt);
            return done;
        } catch (Refusal refusal) {
            if (!limit.wrong().test(refusal.reason())) {
                forget(actor, attempt);
            }
            throw refusal;
        }
    }

    /**
     * What a search for what somebody showed finds, outside every transaction; refused after too many that found nothing, which
     * is no refusal in itself.
     */
    public <T> T seeking(String actor, Limit limit, Supplier<T> search, Predicate<T> nothing) {
        var attempt = Ids.next(time.clock());
        var now = time.now();
        remember(actor, attempt, now, limit.within());
        boolean kept = false;
        try {
            if (since(actor, now.minus(limit.within())) > limit.wrongCodes()) {
                throw Refusal.of(limit.tooMany());
            }
            var found = search.get();
            kept = nothing.test(found);
            return found;
        } finally {
            if (!kept) {
                forget(actor, attempt);
            }
        }
    }

    private void remember(String actor, UUID attempt, Instant now, Duration within) {
        alone.executeWithoutResult(status -> {
            sql.deleteFrom(attempts.table())
                    .where(attempts.triedAt().lt(now.minus(within).atOffset(ZoneOffset.UTC)))
                    .execute();
            sql.insertInto(attempts.table())
                    .set(attempts.actor(), actor)
                    .set(attempts.attempt(), attempt)
                    .set(attempts.triedAt(), now.atOffset(ZoneOffset.UTC))
                    .execute();
        });
    }

    private int since(String actor, Instant after) {
        return sql.fetchCount(
                attempts.table(),
                attempts.actor().eq(actor).and(attempts.triedAt().gt(after.atOffset(ZoneOffset.UTC))));
    }

    private void forget(String actor, UUID attempt) {
        alone.executeWithoutResult(status -> sql.deleteFrom(attempts.table())
                .where(attempts.actor().eq(actor))
                .and(attempts.attempt().eq(attempt))
                .execute());
    }
}
