package org.guildhall.prepaid.rules;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.guildhall.prepaid.PrepaidPolicy;
import org.guildhall.prepaid.PrepaidPolicy.Counting;
import org.guildhall.prepaid.PrepaidRefusal;
import org.jspecify.annotations.Nullable;

/**
 * Refunds of prepaid money on one screen, after 法释〔2025〕4 号.
 *
 * <p>A refund is what was paid less what was used. Used counts at the price charged times paid/(paid + gift) where it counts
 * discounted (art. 18), else at the price before any discount (art. 19); never more than was paid counts (art. 20), so a refund
 * is never below zero, and never above what was paid. Fractions of the smallest unit are counted in the consumer's favour.
 */
public final class RefundRules {

    /** A refund is earlier ones' twin at this notice. */
    public static final String CYCLING = "refund-cycling";

    private RefundRules() {}

    /** What becomes of one top-up: how much of what was used counts, and what goes back. */
    public record Line(RefundCase.Contract contract, Counting counting, long counted, long refund) {}

    /** Whether it may be, and how much goes back. */
    public sealed interface Decision {

        /** So much. */
        record Allowed(List<Line> lines, long refund, boolean noticed) implements Decision {}

        /** Not at all. */
        record Refused(PrepaidRefusal reason) implements Decision {}
    }

    /** Decides. */
    public static Decision decide(PrepaidPolicy policy, RefundCase asked) {
        var refusal = refusal(policy, asked);
        if (refusal != null) {
            return new Decision.Refused(refusal);
        }
        var counting = counting(policy, asked);
        var lines = new ArrayList<Line>();
        long refund = 0;
        for (var contract : asked.contracts()) {
            long counted = Math.min(contract.paid(), counted(counting, contract));
            lines.add(new Line(contract, counting, counted, contract.paid() - counted));
            refund = Math.addExact(refund, contract.paid() - counted);
        }
        return new Decision.Allowed(
                lines, refund, asked.earlier() + 1 >= policy.refunds().noticed());
    }

    private static @Nullable PrepaidRefusal refusal(PrepaidPolicy policy, RefundCase asked) {
        if (asked.contracts().isEmpty()) {
            return new PrepaidRefusal.NothingToRefund();
        }
        return switch (asked.ground()) {
            case MERCHANT, CONSUMER -> null;
            case WITHOUT_REASON -> withoutReason(policy.refunds(), asked);
        };
    }

    private static @Nullable PrepaidRefusal withoutReason(PrepaidPolicy.Refunds rules, RefundCase asked) {
        for (var contract : asked.contracts()) {
            if (asked.on().isAfter(contract.paidOn().plusDays(rules.days()))) {
                return new PrepaidRefusal.TooLateWithoutReason(rules.days(), contract.paidOn());
            }
        }
        return asked.hadBefore() && rules.barredIfKnown() ? new PrepaidRefusal.HadBefore() : null;
    }

    private static Counting counting(PrepaidPolicy policy, RefundCase asked) {
        return switch (asked.ground()) {
            case WITHOUT_REASON -> policy.refunds().withoutReason();
            case MERCHANT -> Counting.DISCOUNTED;
            case CONSUMER -> policy.refunds().consumer();
        };
    }

    private static long counted(Counting counting, RefundCase.Contract contract) {
        return switch (counting) {
            case UNDISCOUNTED -> contract.listed();
            case DISCOUNTED ->
                BigInteger.valueOf(contract.used())
                        .multiply(BigInteger.valueOf(contract.paid()))
                        .divide(BigInteger.valueOf(Math.max(1, contract.paid() + contract.gift())))
                        .longValueExact();
        };
    }
}
