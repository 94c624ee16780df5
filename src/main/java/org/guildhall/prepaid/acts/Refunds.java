package org.guildhall.prepaid.acts;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Refusal;
import org.guildhall.prepaid.MovementKind;
import org.guildhall.prepaid.PrepaidRefusal;
import org.guildhall.prepaid.QuoteRefund;
import org.guildhall.prepaid.Refund;
import org.guildhall.prepaid.RefundQuote;
import org.guildhall.prepaid.rules.Part;
import org.guildhall.prepaid.rules.PrepaidExplanation;
import org.guildhall.prepaid.rules.RefundCase;
import org.guildhall.prepaid.rules.RefundRules;
import org.guildhall.prepaid.rules.Stake;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Calculates refunds from what became of each top-up, and makes them. */
@Component
class Refunds {

    /** What is noticed where something was paid before the money came in: the goods may have been known. */
    static final String USED_BEFORE = "used-before";

    private final ContractStore contracts;
    private final MovementStore movements;
    private final Booking booking;
    private final BusinessTime time;
    private final JsonMapper json;

    Refunds(ContractStore contracts, MovementStore movements, Booking booking, BusinessTime time, JsonMapper json) {
        this.contracts = contracts;
        this.movements = movements;
        this.booking = booking;
        this.time = time;
        this.json = json;
    }

    /** A case with what was decided of it. */
    record Decided(RefundCase asked, RefundRules.Decision.Allowed allowed, List<String> notices) {}

    RefundQuote quote(Turn turn, QuoteRefund asked) {
        var decided = decide(turn, asked);
        return new RefundQuote(
                turn.money(decided.allowed.refund()),
                already(turn) + decided.allowed.refund()
                        > turn.policy().refunds().alone().minor(),
                decided.notices,
                decided.allowed.lines().stream().map(line -> line(turn, line)).toList(),
                new PrepaidExplanation(turn.rules()).refund(decided.asked, decided.allowed));
    }

    /** Pays out what was expected, takes the principal off and the bonus back. */
    void refund(Turn turn, Refund command, boolean mayRefundMuch) {
        var decided = decide(turn, command.asked());
        long refund = decided.allowed.refund();
        var expected = command.expected();
        if (!expected.equals(turn.money(refund))) {
            throw Refusal.of(new PrepaidRefusal.QuoteOutdated(expected, turn.money(refund)));
        }
        var alone = turn.policy().refunds().alone();
        long already = already(turn);
        if (already + refund > alone.minor() && !mayRefundMuch) {
            throw Refusal.of(new PrepaidRefusal.RefundTooLarge(alone, turn.money(already), turn.money(refund)));
        }
        var parts = decided.asked.contracts().stream()
                .map(contract -> new Part(contract.topUp(), -contract.principalLeft(), -contract.bonusLeft()))
                .toList();
        booking.book(
                turn,
                Entry.of(MovementKind.REFUND, parts)
                        .with(new Entry.Cash(-refund, command.method()))
                        .with(Entry.Link.at(command.store()))
                        .with(new Entry.Words(command.reason(), null))
                        .with(new Entry.Kept(null, null, json.writeValueAsString(decided.asked), decided.notices)),
                "refunded");
    }

    /**
     * What went back to the member that day already. It counts together, whoever paid it back: neither refunding one top-up after
     * the other nor taking turns with a colleague makes a large refund small.
     */
    private long already(Turn turn) {
        return -movements
                .since(turn.member(), MovementKind.REFUND, turn.today())
                .money();
    }

    private Decided decide(Turn turn, QuoteRefund asked) {
        turn.requireMoving();
        movements.anyLock(turn.member()).ifPresent(locked -> {
            throw Refusal.of(new PrepaidRefusal.PaymentLocked(locked));
        });
        var stakes = wanted(turn, asked);
        var rules = turn.policy().refunds();
        int earlier = movements
                .since(turn.member(), MovementKind.REFUND, turn.today().minusDays(rules.noticedDays()))
                .times();
        var refund = new RefundCase(asked.ground(), asked.hadBefore(), turn.today(), earlier, contracts(turn, stakes));
        return switch (RefundRules.decide(turn.policy(), refund)) {
            case RefundRules.Decision.Refused(var reason) -> throw Refusal.of(reason);
            case RefundRules.Decision.Allowed allowed -> new Decided(refund, allowed, notices(turn, stakes, allowed));
        };
    }

    private List<String> notices(Turn turn, List<Stake> stakes, RefundRules.Decision.Allowed allowed) {
        var notices = new ArrayList<String>();
        if (allowed.noticed()) {
            notices.add(RefundRules.CYCLING);
        }
        if (stakes.stream().anyMatch(stake -> movements.paidBefore(turn.member(), stake.paidAt()))) {
            notices.add(USED_BEFORE);
        }
        return notices;
    }

    /** The top-up that was named, or all in which something is left. */
    private static List<Stake> wanted(Turn turn, QuoteRefund asked) {
        var left = turn.stakes().stream().filter(stake -> stake.left() > 0);
        if (asked.topUp() == null) {
            return left.toList();
        }
        if (turn.stakes().stream().noneMatch(stake -> stake.id().equals(asked.topUp()))) {
            throw Refusal.of(new PrepaidRefusal.UnknownTopUp(asked.topUp()));
        }
        return left.filter(stake -> stake.id().equals(asked.topUp())).toList();
    }

    private List<RefundCase.Contract> contracts(Turn turn, List<Stake> stakes) {
        var away = contracts.movedAway(turn.member());
        var used = contracts.used(turn.member());
        return stakes.stream()
                .map(stake -> {
                    var moved = away.getOrDefault(stake.id(), new Part(stake.id(), 0, 0));
                    var own = used.stream()
                            .filter(use -> use.topUp().equals(stake.id()))
                            .toList();
                    return new RefundCase.Contract(
                            stake.id(),
                            time.dateOf(stake.paidAt()),
                            stake.paid() + moved.principal(),
                            stake.gift() + moved.bonus(),
                            own.stream().mapToLong(ContractStore.Used::used).sum(),
                            own.stream()
                                    .mapToLong(use -> times(use.listed(), use.used(), use.whole()))
                                    .sum(),
                            stake.principalLeft(),
                            stake.bonusLeft());
                })
                .toList();
    }

    /** {@code amount × of / whole}, rounded down. */
    static long times(long amount, long of, long whole) {
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(of))
                .divide(BigInteger.valueOf(whole))
                .longValueExact();
    }

    private static RefundQuote.Line line(Turn turn, RefundRules.Line line) {
        var contract = line.contract();
        return new RefundQuote.Line(
                contract.topUp(),
                contract.paidOn(),
                turn.money(contract.paid()),
                turn.money(contract.gift()),
                turn.money(contract.used()),
                turn.money(line.counted()),
                turn.money(line.refund()),
                turn.money(contract.principalLeft()),
                turn.money(contract.bonusLeft()));
    }
}
