package org.guildhall.cashback.promoters;

import static org.guildhall.jooq.cashback.Tables.BOND;
import static org.guildhall.jooq.cashback.Tables.PROMOTER;
import static org.guildhall.jooq.cashback.Tables.PROMOTER_END;
import static org.guildhall.jooq.cashback.Tables.TREE;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.cashback.rules.Uplines;
import org.guildhall.jooq.cashback.tables.records.BondRecord;
import org.guildhall.jooq.cashback.tables.records.PromoterEndRecord;
import org.guildhall.jooq.cashback.tables.records.PromoterRecord;
import org.guildhall.kernel.MemberId;
import org.jooq.DSLContext;
import org.jooq.TableRecord;
import org.springframework.stereotype.Component;

/** Keeps promoters and who was recommended by whom. */
@Component
class PromoterStore {

    private final DSLContext sql;

    PromoterStore(DSLContext sql) {
        this.sql = sql;
    }

    Optional<PromoterRecord> promoter(MemberId member) {
        return sql.selectFrom(PROMOTER)
                .where(PROMOTER.MEMBER_ID.eq(member.value()))
                .fetchOptional();
    }

    Optional<PromoterEndRecord> end(MemberId member) {
        return sql.selectFrom(PROMOTER_END)
                .where(PROMOTER_END.MEMBER_ID.eq(member.value()))
                .fetchOptional();
    }

    Optional<BondRecord> bond(UUID id) {
        return sql.selectFrom(BOND).where(BOND.BOND_ID.eq(id)).fetchOptional();
    }

    /** The last step of a customer. */
    Optional<BondRecord> current(MemberId customer) {
        return sql.selectFrom(BOND)
                .where(BOND.CUSTOMER_ID.eq(customer.value()))
                .orderBy(BOND.STEP.desc())
                .limit(1)
                .fetchOptional();
    }

    /** Holds the tree until the transaction ends: bonds are added one at a time. */
    void lockTree() {
        sql.selectFrom(TREE).forUpdate().fetch();
    }

    void insert(TableRecord<?> row) {
        sql.executeInsert(row);
    }

    /** Who recommended these members, and who recommended those, with the terms of both. */
    Uplines uplines(Collection<MemberId> buyers) {
        var bonds = new HashMap<MemberId, List<Uplines.Bond>>();
        var first = read(ids(buyers), bonds);
        if (first.isEmpty()) {
            return Uplines.NONE;
        }
        var all = new HashSet<>(first);
        all.addAll(read(first, bonds));
        return new Uplines(bonds, terms(all));
    }

    private Collection<UUID> read(Collection<UUID> customers, Map<MemberId, List<Uplines.Bond>> into) {
        var promoters = new HashSet<UUID>();
        sql.selectFrom(BOND).where(BOND.CUSTOMER_ID.in(customers)).forEach(row -> {
            var promoter = row.getPromoterId();
            var list = into.computeIfAbsent(new MemberId(row.getCustomerId()), id -> new ArrayList<>());
            var bond = new Uplines.Bond(
                    row.getStep(),
                    promoter == null ? null : new MemberId(promoter),
                    row.getOccurredAt().toInstant());
            if (!list.contains(bond)) {
                list.add(bond);
            }
            if (promoter != null) {
                promoters.add(promoter);
            }
        });
        return promoters;
    }

    private Map<MemberId, Uplines.Term> terms(Collection<UUID> promoters) {
        var terms = new HashMap<MemberId, Uplines.Term>();
        sql.select(PROMOTER.MEMBER_ID, PROMOTER.OCCURRED_AT, PROMOTER_END.OCCURRED_AT)
                .from(PROMOTER)
                .leftJoin(PROMOTER_END)
                .on(PROMOTER_END.MEMBER_ID.eq(PROMOTER.MEMBER_ID))
                .where(PROMOTER.MEMBER_ID.in(promoters))
                .forEach(row -> terms.put(
                        new MemberId(row.value1()),
                        new Uplines.Term(
                                row.value2().toInstant(),
                                row.value3() == null ? null : row.value3().toInstant())));
        return terms;
    }

    /** Whom somebody ever recommended: two levels are paid, so who recommended that one matters to their purchases and no further. */
    List<MemberId> brought(MemberId promoter) {
        return sql.selectDistinct(BOND.CUSTOMER_ID)
                .from(BOND)
                .where(BOND.PROMOTER_ID.eq(promoter.value()))
                .orderBy(BOND.CUSTOMER_ID)
                .fetch(row -> new MemberId(row.value1()));
    }

    /** Removes what staff wrote about this member. */
    void erase(MemberId member) {
        sql.update(PROMOTER_END)
                .set(PROMOTER_END.REASON, "")
                .where(PROMOTER_END.MEMBER_ID.eq(member.value()))
                .execute();
        sql.update(BOND)
                .set(BOND.REASON, "")
                .where(BOND.CUSTOMER_ID.eq(member.value()))
                .execute();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static List<UUID> ids(Collection<MemberId> members) {
        return members.stream().map(MemberId::value).toList();
    }
}
