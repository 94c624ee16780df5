package org.guildhall.ledger.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.guildhall.ledger.allocation.AccountBook;
import org.guildhall.ledger.allocation.History;
import org.guildhall.ledger.allocation.Lots;
import org.jspecify.annotations.Nullable;

/** What the database holds about the accounts and postings of a batch. */
record Stored(Map<AccountKey, Account> accounts, Map<UUID, Known> known, Map<AccountKey, History> histories) {

    /** An account's row and its lots. */
    record Account(Instant lastOccurred, Instant lastTaken, Map<LocalDate, Long> lots) {
        AccountBook.State state(@Nullable History history) {
            return new AccountBook.State(new Lots(lots), lastOccurred, lastTaken, history);
        }
    }

    /** A posting booked earlier under a key of the batch. */
    record Known(UUID contentHash) {}
}
