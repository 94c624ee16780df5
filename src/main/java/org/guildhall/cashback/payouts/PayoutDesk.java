package org.guildhall.cashback.payouts;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.ListFiles;
import org.guildhall.access.Permission;
import org.guildhall.access.Scope;
import org.guildhall.access.Witness;
import org.guildhall.approvals.ApprovalView;
import org.guildhall.cashback.CashbackPermissions;
import org.guildhall.cashback.CashbackRefusal;
import org.guildhall.cashback.CommissionPayouts;
import org.guildhall.cashback.ExportPayoutLines;
import org.guildhall.cashback.FoundingPayouts;
import org.guildhall.cashback.PayoutLineQuery;
import org.guildhall.cashback.PayoutLineView;
import org.guildhall.cashback.PayoutPreview;
import org.guildhall.cashback.PayoutQuery;
import org.guildhall.cashback.PayoutView;
import org.guildhall.cashback.ProposePayout;
import org.guildhall.cashback.ReversalAnswer;
import org.guildhall.cashback.ReversePayout;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.JobView;
import org.guildhall.platform.RetriedTransaction;
import org.springframework.stereotype.Component;

/** The face for payouts: who may, what is proposed, and whom it waits for. */
@Component
class PayoutDesk implements CommissionPayouts, FoundingPayouts {

    private final Books books;
    private final Consent consent;
    private final ListFiles files;
    private final Witness witness;
    private final RetriedTransaction transaction;

    PayoutDesk(Books books, Consent consent, ListFiles files, Witness witness, RetriedTransaction transaction) {
        this.books = books;
        this.consent = consent;
        this.files = files;
        this.witness = witness;
        this.transaction = transaction;
    }

    /** Where payouts are worked out, kept, booked and found. */
    @Component
    record Books(Drafting drafting, Writing writing, PayoutStore store, Paying paying, PayoutSearch search) {}

    @Override
    public PayoutPreview preview(YearMonth month) {
        requireEverywhere(CashbackPermissions.PAY_OUT);
        requireNext(month);
        var draft = books.drafting.of(month);
        var totals = draft.totals();
        return new PayoutPreview(
                month,
                draft.ripeThrough(),
                draft.rules().policy().coolingDays(),
                Money.of(draft.least(), draft.currency()),
                totals,
                consent.outlook(totals.proposed().minor()),
                books.store
                        .waiting()
                        .filter(payout -> !consent.returned(payout))
                        .orElse(null));
    }

    @Override
    public PayoutView propose(ProposePayout command, String key) {
        requireEverywhere(CashbackPermissions.PAY_OUT);
        requireEverywhere(CashbackPermissions.PAYOUTS_READ);
        var id = Ids.derived("cashback|payout|" + key);
        transaction.run(() -> {
            if (!proposed(id, command, witness.time().now())) {
                return;
            }
            var payout = books.store.find(id).orElseThrow();
            consent.ask(
                    PayoutSubjects.PAY,
                    id,
                    new PayoutSubjects.Payout(id),
                    payout.getProposed(),
                    PayoutSubjects.facts(payout, payout.getPromoters(), payout.getProposed(), false),
                    null,
                    command.reason());
        });
        return get(id);
    }

    @Override
    public UUID paidAt(ProposePayout command, String key, Instant at) {
        if (!(witness.access().actor() instanceof Actor.Machine)
                || at.isAfter(witness.time().now())) {
            throw new IllegalStateException("only the machine tells of the past, and of nothing else");
        }
        var id = Ids.derived("cashback|payout|" + key);
        transaction.run(() -> {
            if (proposed(id, command, at)) {
                books.paying.pay(id, at);
            }
        });
        return id;
    }

    /** Whether it was written down just now, and not before under the same key. */
    private boolean proposed(UUID id, ProposePayout command, Instant at) {
        var hash = Ids.derived(command.toString());
        var earlier = books.store.find(id);
        if (earlier.isPresent()) {
            requireSame(id, earlier.get().getContentHash(), hash);
            return false;
        }
        var month = YearMonth.from(command.month());
        requireNext(month);
        books.store.waiting().ifPresent(this::makeRoom);
        var draft = books.drafting.of(month);
        if (draft.totals().promoters() == 0) {
            throw Refusal.of(new CashbackRefusal.NothingToPay(month));
        }
        books.writing.write(id, hash, command, draft, at);
        return true;
    }

    /** Drops what nobody decides on any more; what somebody does comes first. */
    private void makeRoom(UUID waiting) {
        if (!consent.returned(waiting)) {
            throw Refusal.of(new CashbackRefusal.PayoutWaits(waiting));
        }
        books.paying.drop(waiting);
    }

    @Override
    public ReversalAnswer reverse(UUID payout, ReversePayout command, String key) {
        requireEverywhere(CashbackPermissions.PAY_OUT);
        requireEverywhere(CashbackPermissions.PAYOUTS_READ);
        var act = Ids.derived("cashback|payout-back|" + key);
        var hash = Ids.derived(payout + "|" + command);
        var request =
                transaction.get(() -> asked(new Paying.Back(payout, command.member(), command.reason(), act, hash)));
        var view = get(payout);
        return new ReversalAnswer(view, request.orElse(null));
    }

    private Optional<UUID> asked(Paying.Back back) {
        var payout = books.store
                .lock(back.payout())
                .orElseThrow(() -> Refusal.of(new CashbackRefusal.UnknownPayout(back.payout())));
        var earlier = books.store.contentOf(back.act());
        if (earlier.isPresent()) {
            requireSame(back.act(), earlier.get(), back.hash());
            return Optional.empty();
        }
        consent.reversals()
                .filter(other -> other.act().equals(back.act()))
                .forEach(other -> requireSame(back.act(), other.hash(), back.hash()));
        var standing = books.store.standing(back.payout(), back.member());
        if (standing.isEmpty()) {
            throw Refusal.of(new CashbackRefusal.NothingToReverse(back.payout()));
        }
        long sum = standing.stream()
                .mapToLong(row -> row.getTotal() - row.getBefore())
                .sum();
        var member = back.member();
        var request = consent.ask(
                PayoutSubjects.REVERSE,
                Consent.reversal(back.payout(), member),
                back,
                sum,
                PayoutSubjects.facts(payout, standing.size(), sum, member != null),
                member,
                back.reason());
        return request.state() == ApprovalView.State.APPROVED ? Optional.empty() : Optional.of(request.id());
    }

    @Override
    public Slice<PayoutView> list(PayoutQuery query) {
        requireEverywhere(CashbackPermissions.PAYOUTS_READ);
        return books.search.payouts(query).map(this::withRequest);
    }

    @Override
    public PayoutView get(UUID payout) {
        requireEverywhere(CashbackPermissions.PAYOUTS_READ);
        return withRequest(
                books.search.payout(payout).orElseThrow(() -> Refusal.of(new CashbackRefusal.UnknownPayout(payout))));
    }

    private PayoutView withRequest(PayoutView view) {
        return switch (view.state()) {
            case ASKED -> PayoutSearch.waiting(view, consent.request(view.id()), List.of());
            case PAID -> PayoutSearch.waiting(view, null, consent.reversing(view.id()));
            case DROPPED -> view;
        };
    }

    @Override
    public Slice<PayoutLineView> lines(PayoutLineQuery query) {
        requireEverywhere(CashbackPermissions.PAYOUTS_READ);
        return books.search.lines(query);
    }

    @Override
    public JobView export(ExportPayoutLines command) {
        requireEverywhere(CashbackPermissions.PAYOUTS_READ);
        return files.start(PayoutExport.KIND, command);
    }

    private void requireNext(YearMonth month) {
        var today = witness.time().today();
        if (!month.atEndOfMonth().isBefore(today)) {
            throw Refusal.of(new CashbackRefusal.MonthNotOver(month, today));
        }
        books.store.lastPaid().filter(paid -> paid.isAfter(month)).ifPresent(paid -> {
            throw Refusal.of(new CashbackRefusal.LaterMonthPaid(month, paid));
        });
    }

    private void requireEverywhere(Permission permission) {
        if (!(witness.access().require(permission) instanceof Scope.All)) {
            throw Refusal.of(new AccessRefusal.OutOfScope(permission.code(), "payouts"));
        }
    }

    private static void requireSame(UUID act, UUID earlier, UUID now) {
        if (!earlier.equals(now)) {
            throw Refusal.of(new CashbackRefusal.ActDiffers(act));
        }
    }
}
