package org.guildhall.platform;

import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does work in a transaction, and all of it again in a new one when what was in its way passes: a deadlock, a conflict of
 * transactions, or a key that another just took, which is then found. Within a transaction of the caller's it is done once, for
 * what failed in it can't be done again.
 */
@Component
public final class RetriedTransaction {

    private static final int TRIES = 8;

    private final TransactionTemplate transaction;

    RetriedTransaction(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    /** What comes of the work. */
    public <T> T get(Supplier<T> work) {
        return get(work, SqlState::passes);
    }

    /** What comes of the work, done again when what went wrong passes by this rule. */
    public <T> T get(Supplier<T> work, Predicate<SqlState> passes) {
        int tries = TransactionSynchronizationManager.isActualTransactionActive() ? 1 : TRIES;
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transaction.execute(status -> work.get()));
            } catch (org.springframework.dao.DataAccessException | org.jooq.exception.DataAccessException e) {
                if (attempt == tries || !passes.test(SqlState.of(e))) {
                    throw e;
                }
            }
        }
    }

    /** Does the work. */
    public void run(Runnable work) {
        get(() -> {
            work.run();
            return true;
        });
    }
}
