package org.guildhall.cashback.payouts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.UUID;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.Witness;
import org.guildhall.cashback.PayoutState;
import org.guildhall.cashback.ProposePayout;
import org.guildhall.jooq.cashback.tables.records.PayoutLineRecord;
import org.guildhall.jooq.cashback.tables.records.PayoutRecord;
import org.springframework.stereotype.Component;

/** Writes down what is proposed, within the caller's transaction. */
@Component
class Writing {

    private final PayoutStore store;
    private final Witness witness;

    Writing(PayoutStore store, Witness witness) {
        this.store = store;
        this.witness = witness;
    }

    void write(UUID id, UUID hash, ProposePayout command, Drafting.Draft draft, Instant at) {
        var totals = draft.totals();
        var row = new PayoutRecord();
        row.setPayoutId(id);
        row.setMonth(draft.month().atDay(1));
        row.setRipeThrough(draft.ripeThrough());
        row.setCoolingDays(draft.rules().policy().coolingDays());
        row.setLeast(draft.least());
        row.setCurrency(draft.currency());
        row.setVersion(draft.rules().version());
        row.setProposed(totals.proposed().minor());
        row.setPromoters(totals.promoters());
        row.setReason(command.reason());
        row.setContentHash(hash);
        row.setState(PayoutState.ASKED.code());
        row.setOccurredAt(PayoutStore.at(at));
        row.setRecordedAt(PayoutStore.at(witness.time().now()));
        row.setActor(witness.access().actor().reference());
        var lines = new ArrayList<PayoutLineRecord>();
        draft.lines().forEach(line -> lines.add(line(id, line)));
        // The last recorded is listed first, which is to be the largest.
        Collections.reverse(lines);
        store.insert(row, lines);
        witness.audit()
                .record(AuditEntry.of(
                        "cashback.payout-proposed",
                        "payout",
                        id,
                        "month",
                        draft.month().toString(),
                        "amount",
                        totals.proposed(),
                        "promoters",
                        totals.promoters(),
                        "reason",
                        command.reason()));
    }

    private static PayoutLineRecord line(UUID payout, Drafting.Line line) {
        var row = new PayoutLineRecord();
        row.setPayoutId(payout);
        row.setMemberId(line.member().value());
        row.setRipe(line.standing().ripe());
        row.setPaidBefore(line.standing().paid());
        row.setProposed(line.proposal().amount());
        var held = line.proposal().held();
        row.setHeld(held == null ? null : held.code());
        return row;
    }
}
