package org.guildhall.cashback.payouts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.Witness;
import org.guildhall.cashback.CashbackRefusal;
import org.guildhall.cashback.PayoutState;
import org.guildhall.cashback.rules.PayoutRules;
import org.guildhall.jooq.cashback.tables.records.PaymentRecord;
import org.guildhall.jooq.cashback.tables.records.PayoutRecord;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.CauseKey;
import org.guildhall.ledger.Ledger;
import org.guildhall.ledger.Movement;
import org.guildhall.ledger.Posting;
import org.guildhall.ledger.UndoPosting;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Books payments and takes them back, within the caller's transaction. */
@Component
class Paying {

    static final String KIND = "commission-payout";

    private final PayoutStore store;
    private final Drafting drafting;
    private final Ledger ledger;
    private final Witness witness;

    Paying(PayoutStore store, Drafting drafting, Ledger ledger, Witness witness) {
        this.store = store;
        this.drafting = drafting;
        this.ledger = ledger;
        this.witness = witness;
    }

    /** One payment to be booked: the member's last step, if there is one, and how much more. */
    private record Wish(UUID member, @Nullable PaymentRecord last, long amount) {}

    /** Pays what was approved and is still due; as of an earlier instant when the past is told. */
    void pay(UUID id, @Nullable Instant as) {
        var payout = find(id);
        if (!payout.getState().equals(PayoutState.ASKED.code())) {
            throw Refusal.of(new CashbackRefusal.NothingToPay(YearMonth.from(payout.getMonth())));
        }
        var wishes = wishes(payout);
        if (wishes.isEmpty()) {
            throw Refusal.of(new CashbackRefusal.NothingToPay(YearMonth.from(payout.getMonth())));
        }
        var at = as == null ? witness.time().now() : as;
        var postings = wishes.stream().map(wish -> posting(payout, wish, as)).toList();
        ledger.post(postings);
        var rows = new ArrayList<PaymentRecord>();
        long sum = 0;
        for (int i = 0; i < wishes.size(); i++) {
            var wish = wishes.get(i);
            var row = next(wish.member, wish.last, wish.amount);
            row.setPayoutId(id);
            row.setKind("paid");
            row.setPostingId(postings.get(i).id());
            row.setReason("");
            row.setCause(id);
            row.setContentHash(payout.getContentHash());
            row.setPaidOn(witness.time().dateOf(at));
            rows.add(told(row, at));
            sum += wish.amount;
        }
        store.insert(rows);
        store.end(id, PayoutState.PAID.code(), at);
        note("cashback.paid-out", payout, sum, rows.size(), null);
    }

    private List<Wish> wishes(PayoutRecord payout) {
        var lines = store.proposed(payout.getPayoutId());
        var members =
                lines.stream().map(line -> new MemberId(line.getMemberId())).toList();
        var last = store.last(PayoutStore.ids(members));
        var now = drafting.standings(payout.getRipeThrough(), members);
        var living = drafting.living(members);
        var wishes = new ArrayList<Wish>();
        for (var line : lines) {
            var member = new MemberId(line.getMemberId());
            var standing = now.getOrDefault(member, new PayoutRules.Standing(0, 0));
            long amount = PayoutRules.pay(line.getProposed(), standing, payout.getLeast(), living.contains(member));
            if (amount > 0) {
                wishes.add(new Wish(line.getMemberId(), last.get(line.getMemberId()), amount));
            }
        }
        return wishes;
    }

    private static Posting posting(PayoutRecord payout, Wish wish, @Nullable Instant as) {
        return new Posting(
                new CauseKey("cashback-payout:" + payout.getPayoutId() + ":" + wish.member),
                new MemberId(wish.member),
                KIND,
                as,
                KIND,
                payout.getPayoutId(),
                List.of(new Movement.Spend(Asset.COMMISSION, wish.amount)),
                null,
                payout.getVersion());
    }

    /** Which payments are to be taken back, by which act, and why. */
    record Back(UUID payout, @Nullable MemberId member, String reason, UUID act, UUID hash) {}

    /** Takes back what of it still stands. */
    void reverse(Back back) {
        var payout = find(back.payout);
        var standing = store.standing(back.payout, back.member);
        if (standing.isEmpty()) {
            throw Refusal.of(new CashbackRefusal.NothingToReverse(back.payout));
        }
        var receipts = ledger.reverseAll(standing.stream()
                .map(row -> new UndoPosting(
                        new CauseKey("cashback-payout-back:" + back.payout + ":" + row.getMemberId()),
                        row.getPostingId(),
                        null,
                        back.reason))
                .toList());
        var last = store.last(standing.stream().map(PaymentRecord::getMemberId).toList());
        var at = witness.time().now();
        var rows = new ArrayList<PaymentRecord>();
        long sum = 0;
        for (int i = 0; i < standing.size(); i++) {
            var paid = standing.get(i);
            long amount = paid.getTotal() - paid.getBefore();
            var row = next(paid.getMemberId(), last.get(paid.getMemberId()), -amount);
            row.setPayoutId(back.payout);
            row.setKind("reversed");
            row.setPostingId(receipts.get(i).postingId());
            row.setReason(back.reason);
            row.setCause(back.act);
            row.setContentHash(back.hash);
            row.setPaidOn(paid.getPaidOn());
            rows.add(told(row, at));
            sum += amount;
        }
        store.insert(rows);
        note("cashback.payout-reversed", payout, sum, rows.size(), back);
    }

    private static PaymentRecord next(UUID member, @Nullable PaymentRecord last, long change) {
        var row = new PaymentRecord();
        row.setMemberId(member);
        row.setStep(last == null ? 1 : last.getStep() + 1);
        row.setPreviousStep(last == null ? null : last.getStep());
        row.setBefore(last == null ? 0 : last.getTotal());
        row.setTotal(row.getBefore() + change);
        return row;
    }

    private PaymentRecord told(PaymentRecord row, Instant at) {
        row.setOccurredAt(PayoutStore.at(at));
        row.setRecordedAt(PayoutStore.at(witness.time().now()));
        row.setActor(witness.access().actor().reference());
        return row;
    }

    /** It will not be paid. */
    void drop(UUID id) {
        store.end(id, PayoutState.DROPPED.code(), witness.time().now());
    }

    private PayoutRecord find(UUID id) {
        return store.lock(id).orElseThrow(() -> Refusal.of(new CashbackRefusal.UnknownPayout(id)));
    }

    private void note(String act, PayoutRecord payout, long sum, int payments, @Nullable Back back) {
        var entry = AuditEntry.of(
                act,
                "payout",
                payout.getPayoutId(),
                "month",
                month(payout.getMonth()),
                "amount",
                Money.of(sum, payout.getCurrency()),
                "promoters",
                payments,
                "reason",
                back == null ? null : back.reason);
        var member = back == null ? null : back.member;
        witness.audit().record(member == null ? entry : entry.about(member));
    }

    static String month(LocalDate month) {
        return YearMonth.from(month).toString();
    }
}
