package org.guildhall.coupons.acts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.coupons.BatchView;
import org.guildhall.coupons.CouponFact;
import org.guildhall.coupons.CouponRefusal;
import org.guildhall.coupons.codes.CouponCodes;
import org.guildhall.jooq.coupons.tables.records.BatchRecord;
import org.guildhall.jooq.coupons.tables.records.CouponRecord;
import org.guildhall.jooq.coupons.tables.records.TermsRecord;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Issues coupons within the caller's transaction, the batch locked: to each in the order of the list as far as the limit per
 * member allows, and to nobody if there are too few for all of those.
 */
@Component
class Issuing {

    static final String LIMIT = "coupons.limit-reached";
    static final String NOT_A_MEMBER = "coupons.not-a-member";

    private final CouponStore coupons;
    private final HoldingStore holdings;
    private final IssuanceStore issuances;
    private final BusinessTime time;
    private final Audit audit;

    Issuing(CouponStore coupons, HoldingStore holdings, IssuanceStore issuances, BusinessTime time, Audit audit) {
        this.coupons = coupons;
        this.holdings = holdings;
        this.issuances = issuances;
        this.time = time;
        this.audit = audit;
    }

    /** To whom, in order; nobody where no living member was found. */
    record Wanted(UUID batch, List<@Nullable MemberId> members) {}

    /** Issues them unless the key did so before. */
    IssuanceStore.Outcome issue(Wanted wanted, Step.Act act) {
        var batch =
                holdings.lock(wanted.batch).orElseThrow(() -> Refusal.of(new CouponRefusal.UnknownBatch(wanted.batch)));
        var earlier = issuances.done(act);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        var day = time.dateOf(act.at());
        var terms = holdings.terms(batch.getBatchId(), batch.getRevision());
        requireOpen(batch, terms, day);
        var chosen = choose(wanted, batch, terms.getLimitPerMember());
        int issued = chosen.members.size();
        long left = batch.getQuantity() - batch.getIssued() + batch.getWithdrawn();
        if (issued > left) {
            throw Refusal.of(new CouponRefusal.BatchExhausted(batch.getCode(), left, issued));
        }
        var outcome = new IssuanceStore.Outcome(wanted.members.size(), issued, chosen.refused);
        issuances.insert(act, terms, outcome);
        holdings.received(batch.getBatchId(), chosen.members, terms.getLimitPerMember());
        holdings.issued(batch.getBatchId(), issued);
        coupons.insertAll(
                rows(chosen.members, terms, act, day),
                Step.of(CouponFact.Kind.ISSUED, act).about(act.cause()));
        note(batch, outcome, wanted, act);
        return outcome;
    }

    private static void requireOpen(BatchRecord batch, TermsRecord terms, LocalDate day) {
        var state = BatchView.State.of(batch.getState());
        if (state != BatchView.State.OPEN) {
            throw Refusal.of(new CouponRefusal.BatchNotOpen(batch.getCode(), state));
        }
        var last = terms.getValidTo();
        if (last != null && last.isBefore(day)) {
            throw Refusal.of(new CouponRefusal.BatchOver(batch.getCode(), last));
        }
    }

    /** Who receives one, once for each, and who does not. */
    private record Chosen(List<UUID> members, List<IssuanceStore.NotIssued> refused) {}

    private Chosen choose(Wanted wanted, BatchRecord batch, @Nullable Integer most) {
        var known = wanted.members.stream()
                .filter(Objects::nonNull)
                .map(MemberId::value)
                .toList();
        Map<UUID, Integer> had = new HashMap<>(holdings.lockHad(batch.getBatchId(), known));
        var chosen = new Chosen(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < wanted.members.size(); i++) {
            var member = wanted.members.get(i);
            if (member == null) {
                chosen.refused.add(new IssuanceStore.NotIssued(i, NOT_A_MEMBER));
            } else if (most != null && had.getOrDefault(member.value(), 0) >= most) {
                chosen.refused.add(new IssuanceStore.NotIssued(i, LIMIT));
            } else {
                had.merge(member.value(), 1, Integer::sum);
                chosen.members.add(member.value());
            }
        }
        if (wanted.members.size() == 1 && most != null && !known.isEmpty() && chosen.members.isEmpty()) {
            throw Refusal.of(new CouponRefusal.LimitReached(batch.getCode(), most));
        }
        return chosen;
    }

    private static List<CouponRecord> rows(List<UUID> members, TermsRecord terms, Step.Act act, LocalDate day) {
        var rows = new ArrayList<CouponRecord>();
        for (int i = 0; i < members.size(); i++) {
            var row = new CouponRecord();
            row.setCouponId(Ids.derived(act.cause() + "|" + i));
            row.setMemberId(members.get(i));
            row.setBatchId(terms.getBatchId());
            row.setRevision(terms.getRevision());
            row.setIssuanceId(act.cause());
            row.setCode(CouponCodes.next());
            row.setState("issued");
            row.setSteps(1);
            var days = terms.getValidDays();
            row.setValidFrom(days == null ? terms.getValidFrom() : day);
            row.setValidTo(days == null ? terms.getValidTo() : day.plusDays(days - 1L));
            row.setTransfers(0);
            row.setTransfersMost(terms.getTransfers());
            row.setIssuedOn(day);
            row.setIssuedAt(CouponStore.at(act.at()));
            rows.add(row);
        }
        return rows;
    }

    private void note(BatchRecord batch, IssuanceStore.Outcome outcome, Wanted wanted, Step.Act act) {
        var entry = AuditEntry.of(
                "coupons.issued",
                "coupon-batch",
                batch.getBatchId(),
                "code",
                batch.getCode(),
                "issued",
                outcome.issued(),
                "refused",
                outcome.refused().size(),
                "reason",
                act.reason());
        var only = wanted.members.size() == 1 ? wanted.members.getFirst() : null;
        audit.record(only == null ? entry : entry.about(only));
    }
}
