package org.guildhall.ledger.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.guildhall.ledger.allocation.AccountBook;
import org.guildhall.ledger.allocation.History;
import org.guildhall.ledger.allocation.Lots;
import org.jspecify.annotations.Nullable;

/** What the database holds about the accounts and postings of a batch. */
record Stored(Map<AccountKey, Account> accounts, Map<UUID, Known> known, Map<AccountKey, History> histories) {

    /** An account's row and its lots, those that are empty included; none of it changes. */
    record Account(Row row, Instant lastOccurred, Instant lastTaken, Map<LocalDate, Long> lots) {

        private static final Instant NEVER = Instant.parse("1900-01-01T00:00:00Z");

        /** An account nothing was ever booked to, which has no row yet. */
        static final Account UNOPENED = new Account(Row.NONE, NEVER, NEVER, Map.of());

        /** Whether it has a row. */
        boolean isOpen() {
            return !row.equals(Row.NONE);
        }

        AccountBook.State state(@Nullable History history) {
            return new AccountBook.State(new Lots(lots), lastOccurred, lastTaken, history);
        }

        /** The account in the state that a plan leaves; lots that are used up stay, empty. */
        Account after(AccountBook.State state) {
            var left = state.lots().known();
            boolean neverStored =
                    left.entrySet().stream().anyMatch(lot -> lot.getValue() == 0 && !lots.containsKey(lot.getKey()));
            if (neverStored || !left.keySet().containsAll(lots.keySet())) {
                left = new TreeMap<>(state.lots().amounts());
                for (var lot : lots.keySet()) {
                    left.putIfAbsent(lot, 0L);
                }
            }
            return new Account(
                    row, later(lastOccurred, state.lastOccurred()), later(lastTaken, state.lastTaken()), left);
        }

        /** Whether nothing was ever booked to it. */
        boolean isUnused() {
            return lots.isEmpty() && lastOccurred.equals(NEVER) && lastTaken.equals(NEVER);
        }

        Account at(Row place) {
            return new Account(place, lastOccurred, lastTaken, lots);
        }

        private static Instant later(Instant one, Instant other) {
            var later = one.isAfter(other) ? one : other;
            return later.isBefore(NEVER) ? NEVER : later;
        }
    }

    /** Where a row is, and which transaction wrote it; both change with every change of the row. */
    record Row(String place, String version) {

        /** No row. */
        static final Row NONE = new Row("", "");
    }

    /** A posting booked earlier under a key of the batch. */
    record Known(UUID contentHash) {}
}
