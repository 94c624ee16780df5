package org.guildhall.prepaid.proofs;

import static org.guildhall.jooq.prepaid.Tables.MOVEMENT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.guildhall.ledger.BalanceRows;
import org.guildhall.ledger.ModuleLaw.Finding;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts what the laws of stored value cover and finds the first fact that breaks one. */
@Component
class PrepaidLawStore {

    private final DSLContext sql;

    PrepaidLawStore(DSLContext sql) {
        this.sql = sql;
    }

    /** What one query decides. */
    Finding check(String table, String breach) {
        long covered = sql.fetchSingle("select count(*) from " + table).get(0, Long.class);
        var found = sql.fetchOptional(breach);
        return new Finding(covered, found.map(row -> row.get(0, String.class)).orElse(null));
    }

    /** A member whose balance in the ledger is not the sum of the movements, whichever of the two is missing. */
    Finding balances(BalanceRows rows, Field<Long> change) {
        long covered = sql.fetchCount(
                select(MOVEMENT.MEMBER_ID).distinctOn(MOVEMENT.MEMBER_ID).from(MOVEMENT));
        var moved = select(MOVEMENT.MEMBER_ID, sum(change).as("total"))
                .from(MOVEMENT)
                .groupBy(MOVEMENT.MEMBER_ID)
                .asTable("moved");
        var owner = select(rows.member().as("owner"), rows.balance().as("balance"))
                .from(rows.table())
                .where(rows.ofAsset())
                .asTable("owned");
        var member = field(name("moved", "member_id"), UUID.class);
        var holder = field(name("owned", "owner"), UUID.class);
        var total = coalesce(field(name("moved", "total"), BigDecimal.class), inline(BigDecimal.ZERO));
        var balance = coalesce(field(name("owned", "balance"), BigDecimal.class), inline(BigDecimal.ZERO));
        var found = sql.select(coalesce(member, holder), total, balance)
                .from(moved)
                .fullJoin(owner)
                .on(member.eq(holder))
                .where(total.ne(balance))
                .orderBy(coalesce(member, holder))
                .limit(1)
                .fetchOptional(row -> "member " + row.value1() + ": " + change.getName() + " moved " + row.value2()
                        + ", the ledger has " + row.value3());
        return new Finding(covered, found.orElse(null));
    }

    /** A lock and the holds it must have. */
    record Locked(UUID payment, @Nullable UUID hold, String asset, long amount, String state) {}

    /** The next holds of payments, by payment. */
    List<Locked> locks(UUID after, int limit) {
        return sql.resultQuery("""
                        select payment_id, principal_hold, bonus_hold, principal, bonus, state
                        from prepaid.payment
                        where payment_id > ?
                          and coalesce(principal_hold, bonus_hold) is not null
                        order by payment_id
                        limit ?
                        """, after, limit).stream()
                .flatMap(row -> java.util.stream.Stream.of(
                                new Locked(
                                        row.get(0, UUID.class),
                                        row.get(1, UUID.class),
                                        "principal",
                                        row.get(3, Long.class),
                                        row.get(5, String.class)),
                                new Locked(
                                        row.get(0, UUID.class),
                                        row.get(2, UUID.class),
                                        "bonus",
                                        row.get(4, Long.class),
                                        row.get(5, String.class)))
                        .filter(lock -> lock.amount() > 0))
                .toList();
    }

    /** A refund with what it was calculated from. */
    record Refunded(UUID movement, LocalDate on, long money, String inputs) {}

    /** The next refunds by movement. */
    List<Refunded> refunds(UUID after, int limit) {
        return sql.select(MOVEMENT.MOVEMENT_ID, MOVEMENT.OCCURRED_ON, MOVEMENT.MONEY, MOVEMENT.INPUTS)
                .from(MOVEMENT)
                .where(MOVEMENT.KIND.eq("refund"))
                .and(MOVEMENT.MOVEMENT_ID.gt(after))
                .orderBy(MOVEMENT.MOVEMENT_ID)
                .limit(limit)
                .fetch(row -> new Refunded(
                        row.value1(), row.value2(), row.value3(), row.value4().data()));
    }
}
