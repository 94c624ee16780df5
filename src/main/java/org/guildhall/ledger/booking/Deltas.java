package org.guildhall.ledger.booking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.guildhall.platform.BinaryCopy;
import org.guildhall.platform.FixedStatement;
import org.jooq.DSLContext;

/** Changes of lots, to be written as deltas with one statement; the lot's constraint is the guard against going below zero. */
final class Deltas {

    private static final FixedStatement CHANGE = FixedStatement.of("""
            update ledger.lot l
            set amount = l.amount + d.amount
            from unnest(?, ?, ?::date[], ?) as d (member_id, asset, expires_on, amount)
            where l.member_id = d.member_id
              and l.asset = d.asset
              and l.expires_on = d.expires_on
            """);

    private static final FixedStatement OPEN = FixedStatement.of("""
            insert into ledger.lot (member_id, asset, expires_on, amount)
            select member_id, asset, expires_on, amount
            from unnest(?, ?, ?::date[], ?) as d (member_id, asset, expires_on, amount)
            """);

    /** From here on COPY is worth the further round trip that it takes. */
    private static final int MANY = 64;

    private final List<UUID> members = new ArrayList<>();
    private final List<String> assets = new ArrayList<>();
    private final List<LocalDate> lots = new ArrayList<>();
    private final List<Long> amounts = new ArrayList<>();

    void add(AccountKey key, LocalDate lot, long amount) {
        members.add(key.member().value());
        assets.add(key.asset().code());
        lots.add(lot);
        amounts.add(amount);
    }

    private int size() {
        return members.size();
    }

    /** Writes them as changes of lots that are there. */
    void change(DSLContext sql) {
        write(sql, CHANGE);
    }

    /** Writes them as lots that were not there; the table's key refuses one that was. */
    void open(DSLContext sql) {
        if (size() < MANY) {
            write(sql, OPEN);
        } else {
            copy(sql);
        }
    }

    private void copy(DSLContext sql) {
        BinaryCopy.copy(sql, "ledger.lot (member_id, asset, expires_on, amount)", out -> {
            for (int i = 0; i < size(); i++) {
                out.row()
                        .add(members.get(i))
                        .add(assets.get(i))
                        .add(lots.get(i))
                        .addBig(amounts.get(i));
            }
        });
    }

    private void write(DSLContext sql, FixedStatement statement) {
        if (size() == 0) {
            return;
        }
        int written = statement.execute(
                sql,
                members.toArray(UUID[]::new),
                assets.toArray(String[]::new),
                lots.stream().map(LotDates::text).toArray(String[]::new),
                amounts.toArray(Long[]::new));
        if (written != size()) {
            throw new IllegalStateException("not every lot was there to be changed");
        }
    }
}
