package org.guildhall.ledger.booking;

import java.util.ArrayList;
import java.util.List;
import org.guildhall.ledger.booking.Stored.Account;
import org.guildhall.platform.BinaryCopy;
import org.guildhall.platform.NewKeys;
import org.jooq.DSLContext;

/** Accounts to be opened, with the first that is booked to them; the table's key is the guard against opening one twice. */
final class Newcomers {

    private final List<Newcomer> accounts = new ArrayList<>();

    private record Newcomer(AccountKey key, long balance, Account account) {}

    /** An account with what its lots come to. */
    void add(AccountKey key, long balance, Account after) {
        accounts.add(new Newcomer(key, balance, after));
    }

    /** Writes them, in the order in which they were added; if one of them is there by now, none, and gives false. */
    boolean open(DSLContext sql) {
        return accounts.isEmpty() || NewKeys.written(sql, () -> write(sql));
    }

    private void write(DSLContext sql) {
        BinaryCopy.copy(
                sql,
                "ledger.account (member_id, asset, balance, last_occurred_at, last_taken_at)",
                out -> accounts.forEach(one -> out.row()
                        .add(one.key.member().value())
                        .add(one.key.asset().code())
                        .addBig(one.balance)
                        .add(one.account.lastOccurred())
                        .add(one.account.lastTaken())));
    }
}
