package org.guildhall.ledger.expiry;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.ledger.Asset;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Expires lots whose time is over, some thousand members a transaction.
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

    Expiry(ExpiryStore store, TransactionTemplate transaction, BusinessTime time, Access access) {
        this.store = store;
        this.transaction = transaction;
        this.time = time;
        this.access = access;
    }

    /** Expires what was valid until before {@code through} at the latest today; gives the number of lots. */
    public int run(Asset asset, LocalDate through) {
        var last = through.isAfter(time.today()) ? time.today() : through;
        var actor = access.actor().reference();
        int lots = 0;
        UUID after = null;
        do {
            var batch = next(asset, last, after);
            if (!batch.isEmpty()) {
                lots += transaction.execute(status -> store.expire(asset, last, batch, time, actor));
            }
            after = batch.isEmpty() ? null : batch.getLast();
        } while (after != null);
        return lots;
    }

    /** Expires what is due today, of every asset. */
    public int runAll() {
        return store.assets().stream()
                .mapToInt(asset -> run(asset, time.today()))
                .sum();
    }

    private List<UUID> next(Asset asset, LocalDate through, @Nullable UUID after) {
        return store.membersWithDueLots(asset, through, after, MEMBERS_A_TRANSACTION);
    }
}
