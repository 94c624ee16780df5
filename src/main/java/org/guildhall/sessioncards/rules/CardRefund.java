package org.guildhall.sessioncards.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.guildhall.prepaid.PrepaidPolicy.Counting;
import org.guildhall.prepaid.RefundGround;
import org.guildhall.sessioncards.SessionCardPolicy;
import org.guildhall.sessioncards.SessionCardRefusal;
import org.jspecify.annotations.Nullable;

/**
 * Refunds of session cards on one screen, after 法释〔2025〕4 号.
 *
 * <p>A refund is what was paid less what was used. A used session counts at its part of the card's price, that is at the discount
 * it was bought at (art. 18), or at what it costs without a card where the member is the cause (art. 19); never more than was paid
 * counts (art. 20). Within some days of paying no reason is needed, unless the member had had the same services before (art. 14).
 */
public final class CardRefund {

    private CardRefund() {}

    /**
     * All that a refund is calculated from; kept with the refund, so that it can be calculated again.
     *
     * @param hadBefore as the member said, or as earlier cards show
     */
    public record Case(
            RefundGround ground, boolean hadBefore, LocalDate paidOn, LocalDate on, long paid, List<Part> parts) {

        /** Copies the parts. */
        public Case {
            parts = List.copyOf(parts);
        }
    }

    /** The sessions of one service. */
    public record Part(UUID service, String name, int sessions, int used, long price, long listed) {}

    /** What of a service counts as used. */
    public record Line(Part part, long counted) {}

    /** Whether it may be, and how much goes back. */
    public sealed interface Decision {

        /** So much; what counts is never more than what was paid. */
        record Allowed(Counting counting, List<Line> lines, long counted, long refund) implements Decision {}

        /** Not at all. */
        record Refused(SessionCardRefusal reason) implements Decision {}
    }

    /** Decides. */
    public static Decision decide(SessionCardPolicy policy, Case asked) {
        var refusal = refusal(policy.refunds(), asked);
        if (refusal != null) {
            return new Decision.Refused(refusal);
        }
        var counting =
                asked.ground() == RefundGround.CONSUMER ? policy.refunds().consumer() : Counting.DISCOUNTED;
        var lines = new ArrayList<Line>();
        long used = 0;
        for (var part : asked.parts()) {
            long counted = counted(counting, part);
            lines.add(new Line(part, counted));
            used = Math.addExact(used, counted);
        }
        long counted = Math.min(asked.paid(), used);
        return new Decision.Allowed(counting, lines, counted, asked.paid() - counted);
    }

    private static @Nullable SessionCardRefusal refusal(SessionCardPolicy.Refunds rules, Case asked) {
        if (asked.parts().stream().allMatch(part -> part.used() == part.sessions())) {
            return new SessionCardRefusal.NothingToRefund();
        }
        if (asked.ground() != RefundGround.WITHOUT_REASON) {
            return null;
        }
        if (asked.on().isAfter(asked.paidOn().plusDays(rules.days()))) {
            return new SessionCardRefusal.TooLateWithoutReason(rules.days(), asked.paidOn());
        }
        return asked.hadBefore() && rules.barredIfKnown() ? new SessionCardRefusal.HadBefore() : null;
    }

    private static long counted(Counting counting, Part part) {
        return switch (counting) {
            case DISCOUNTED -> Worth.of(part.price(), part.sessions(), part.used());
            case UNDISCOUNTED -> Math.multiplyExact(part.listed(), part.used());
        };
    }
}
