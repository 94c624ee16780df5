package org.guildhall.loyalty.purchases;

import static org.guildhall.jooq.loyalty.Tables.PURCHASE;
import static org.guildhall.jooq.loyalty.Tables.RETURN;
import static org.guildhall.jooq.loyalty.Tables.TIER_ACT;
import static org.guildhall.jooq.loyalty.Tables.TIER_GRANT;
import static org.guildhall.jooq.loyalty.Tables.VOIDING;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.guildhall.loyalty.LineFact;
import org.guildhall.loyalty.tiers.TierGrant;
import org.guildhall.platform.BinaryCopy;
import org.guildhall.platform.CopyWriter;
import org.guildhall.platform.NewKeys;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Appends facts and their counter-facts; the database's keys refuse what is there already. */
@Component
class FactWriterStore {

    private static final String PURCHASE_COLUMNS =
            "loyalty.purchase (member_id, purchase_id, source, number, generation,"
                    + " occurred_at, store_id, staff_id, total_minor, currency, payment, content_hash, batch_id, recorded_at,"
                    + " line_products, line_categories, line_quantities_milli, line_amounts_minor)";
    private static final String RETURN_COLUMNS = "loyalty.return (member_id, return_id, source, number, generation,"
            + " purchase_number, occurred_at, amount_minor, currency, lines, content_hash, batch_id, recorded_at)";

    /** Neighbours in the primary keys' order are found on the same pages of the indexes. */
    private static final Comparator<Accepted.Purchase> BY_KEY =
            Comparator.comparing((Accepted.Purchase one) -> one.fact().member()).thenComparing(Accepted.Purchase::id);

    private final DSLContext sql;
    private final JsonMapper json;

    FactWriterStore(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** When and by which import facts became known. */
    record Known(Instant at, @Nullable UUID batch) {}

    /** Appends purchases with their lines, or none of them and gives false if one is there already. */
    boolean purchasesIfNew(List<Accepted.Purchase> purchases, Known known) {
        return NewKeys.written(sql, () -> purchases(purchases, known));
    }

    /** Appends purchases with their lines. */
    void purchases(List<Accepted.Purchase> purchases, Known known) {
        if (purchases.isEmpty()) {
            return;
        }
        var inOrder = new ArrayList<>(purchases);
        inOrder.sort(BY_KEY);
        BinaryCopy.copy(sql, PURCHASE_COLUMNS, out -> inOrder.forEach(purchase -> purchase(out, purchase, known)));
    }

    private static void purchase(BinaryCopy out, Accepted.Purchase purchase, Known known) {
        var fact = purchase.fact();
        UnitId store = fact.store();
        StaffId staff = fact.staff();
        out.row()
                .add(fact.member().value())
                .add(purchase.id())
                .add(fact.source())
                .add(fact.number())
                .addSmall(purchase.generation())
                .add(fact.occurredAt())
                .add(store == null ? null : store.value())
                .add(staff == null ? null : staff.value())
                .addBig(fact.total().minor())
                .add(fact.total().currency().getCurrencyCode())
                .add(fact.payment())
                .add(purchase.content())
                .add(known.batch())
                .add(known.at())
                .addTexts(fact.lines(), LineFact::product)
                .addTexts(fact.lines(), LineFact::category)
                .addBigs(fact.lines(), LineFact::quantityMilli)
                .addBigs(fact.lines(), line -> line.amount().minor());
    }

    /** Appends returns. */
    void returns(List<Accepted.Return> returns, Known known) {
        if (returns.isEmpty()) {
            return;
        }
        CopyWriter.copy(sql, RETURN_COLUMNS, out -> {
            for (var returned : returns) {
                var fact = returned.fact();
                var amount = fact.amount();
                out.add(fact.member().value())
                        .add(returned.id())
                        .add(fact.source())
                        .add(fact.number())
                        .add(returned.generation())
                        .add(fact.purchaseNumber())
                        .add(fact.occurredAt())
                        .add(amount == null ? null : Long.valueOf(amount.minor()))
                        .add(amount == null ? null : amount.currency().getCurrencyCode())
                        .add(fact.lines().isEmpty() ? null : json.writeValueAsString(fact.lines()))
                        .add(returned.content())
                        .add(known.batch())
                        .add(known.at())
                        .endRow();
            }
        });
    }

    /** Voids every purchase of the batch and these members that still counts; gives how many. */
    int voidPurchases(UUID batch, Collection<MemberId> members, Instant at) {
        return voidBatch(PURCHASE.MEMBER_ID, PURCHASE.PURCHASE_ID, PURCHASE.BATCH_ID, new Batch(batch, members, at));
    }

    /** Voids every return of the batch and these members that still counts; gives how many. */
    int voidReturns(UUID batch, Collection<MemberId> members, Instant at) {
        return voidBatch(RETURN.MEMBER_ID, RETURN.RETURN_ID, RETURN.BATCH_ID, new Batch(batch, members, at));
    }

    private record Batch(UUID id, Collection<MemberId> members, Instant at) {}

    private int voidBatch(
            TableField<?, UUID> member, TableField<?, UUID> fact, TableField<?, UUID> batch, Batch voided) {
        return sql.insertInto(VOIDING, VOIDING.MEMBER_ID, VOIDING.FACT_ID, VOIDING.BATCH_ID, VOIDING.RECORDED_AT)
                .select(sql.select(member, fact, batch, val(FactStore.utc(voided.at)))
                        .from(member.getTable())
                        .where(member.eq(any(FactStore.ids(voided.members))))
                        .and(batch.eq(voided.id)))
                .onConflictDoNothing()
                .execute();
    }

    /** Takes the identifier for a tier given by hand; empty if it is new, else what it was taken for before. */
    Optional<String> claim(UUID grant, String content) {
        boolean fresh = sql.insertInto(TIER_ACT)
                        .set(TIER_ACT.ACT_ID, grant)
                        .set(TIER_ACT.CONTENT, content)
                        .onConflictDoNothing()
                        .execute()
                == 1;
        return fresh
                ? Optional.empty()
                : sql.select(TIER_ACT.CONTENT)
                        .from(TIER_ACT)
                        .where(TIER_ACT.ACT_ID.eq(grant))
                        .fetchOptional(TIER_ACT.CONTENT);
    }

    /** Appends a tier given by hand; false if it is there already. */
    boolean grant(MemberId member, TierGrant grant, String reason, String by) {
        return sql.insertInto(TIER_GRANT)
                        .set(TIER_GRANT.MEMBER_ID, member.value())
                        .set(TIER_GRANT.GRANT_ID, grant.id())
                        .set(TIER_GRANT.TIER, grant.tier())
                        .set(TIER_GRANT.GRANTED_AT, FactStore.utc(grant.from()))
                        .set(TIER_GRANT.UNTIL_DATE, grant.until())
                        .set(TIER_GRANT.REASON, reason)
                        .set(TIER_GRANT.GRANTED_BY, by)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }
}
