package org.guildhall.ledger.booking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Changes of lots, to be written as deltas with one statement; the lot's constraint is the guard against going below zero. */
final class Deltas {

    static final String CHANGE = """
            update ledger.lot l
            set amount = l.amount + d.amount
            from unnest(?, ?, ?::date[], ?) as d (member_id, asset, expires_on, amount)
            where l.member_id = d.member_id
              and l.asset = d.asset
              and l.expires_on = d.expires_on
            """;

    static final String OPEN = """
            insert into ledger.lot (member_id, asset, expires_on, amount)
            select member_id, asset, expires_on, amount
            from unnest(?, ?, ?::date[], ?) as d (member_id, asset, expires_on, amount)
            """;

    private final List<UUID> members = new ArrayList<>();
    private final List<String> assets = new ArrayList<>();
    private final List<String> lots = new ArrayList<>();
    private final List<Long> amounts = new ArrayList<>();

    void add(AccountKey key, LocalDate lot, long amount) {
        members.add(key.member().value());
        assets.add(key.asset().code());
        lots.add(LotDates.text(lot));
        amounts.add(amount);
    }

    /** The number of lots. */
    int size() {
        return members.size();
    }

    /** The values of the statements, one array a column. */
    Object[] columns() {
        return new Object[] {
            members.toArray(UUID[]::new),
            assets.toArray(String[]::new),
            lots.toArray(String[]::new),
            amounts.toArray(Long[]::new)
        };
    }
}
