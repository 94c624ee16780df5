package org.guildhall.coupons.acts;

import static org.guildhall.jooq.coupons.Tables.ISSUANCE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guildhall.access.Access;
import org.guildhall.coupons.CouponRefusal;
import org.guildhall.jooq.coupons.tables.records.IssuanceRecord;
import org.guildhall.jooq.coupons.tables.records.TermsRecord;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Refusal;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what was issued at once, and to whom it was not. */
@Component
class IssuanceStore {

    private static final TypeReference<List<NotIssued>> REFUSED = new TypeReference<>() {};

    private final DSLContext sql;
    private final JsonMapper json;
    private final Access access;
    private final BusinessTime time;

    IssuanceStore(DSLContext sql, JsonMapper json, Access access, BusinessTime time) {
        this.sql = sql;
        this.json = json;
        this.access = access;
        this.time = time;
    }

    /** Who received none: the place in the list from 0, and the code of the refusal. */
    record NotIssued(int place, String code) {}

    /** How many were wanted and issued, and to whom none was. */
    record Outcome(int wanted, int issued, List<NotIssued> refused) {}

    /** What the key did before; refused if it did something else. */
    Optional<Outcome> done(Step.Act act) {
        return sql.selectFrom(ISSUANCE)
                .where(ISSUANCE.ISSUANCE_ID.eq(act.cause()))
                .fetchOptional(row -> {
                    if (!row.getContentHash().equals(act.hash())) {
                        throw Refusal.of(new CouponRefusal.ActDiffers(act.cause()));
                    }
                    return outcome(row);
                });
    }

    private Outcome outcome(IssuanceRecord row) {
        return new Outcome(
                row.getWanted(),
                row.getIssued(),
                json.readValue(row.getRefused().data(), REFUSED));
    }

    void insert(Step.Act act, TermsRecord terms, Outcome outcome) {
        var row = new IssuanceRecord();
        row.setIssuanceId(act.cause());
        row.setBatchId(terms.getBatchId());
        row.setRevision(terms.getRevision());
        row.setWanted(outcome.wanted);
        row.setIssued(outcome.issued);
        row.setRefused(JSONB.valueOf(json.writeValueAsString(outcome.refused)));
        row.setReason(act.reason());
        row.setContentHash(act.hash());
        row.setOccurredAt(CouponStore.at(act.at()));
        row.setRecordedAt(CouponStore.at(now()));
        row.setActor(access.actor().reference());
        sql.executeInsert(row);
    }

    private Instant now() {
        return time.now();
    }
}
