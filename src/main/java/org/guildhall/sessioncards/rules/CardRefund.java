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
 *
 * <p>Of a card of unlimited use the days are what was used, whoever is the cause: the price goes back for the days left of those
 * bought (art. 22), all of it within the days without a reason if the member never came (art. 14).
 */
public final class CardRefund {

    private CardRefund() {}

    /**
     * All that a refund is calculated from; kept with the refund, so that it can be calculated again.
     *
     * @param hadBefore as the member said, or as earlier cards show
     * @param term of a card of unlimited use
     */
    public record Case(
            RefundGround ground,
            boolean hadBefore,
            LocalDate paidOn,
            LocalDate on,
            long paid,
            List<Part> parts,
            @Nullable Term term) {

        /** Copies the parts. */
        public Case {
            parts = List.copyOf(parts);
        }

        boolean unused() {
            return parts.stream().allMatch(part -> part.used() == 0);
        }
    }

    /** The sessions of one service; none were sold of it on a card of unlimited use. */
    public record Part(UUID service, String name, int sessions, int used, long price, long listed) {}

    /** What of a service counts as used. */
    public record Line(Part part, long counted) {}

    /** How many of the days bought count as used; none where all goes back because nobody came. */
    public record Days(int used, int bought, boolean unused) {}

    /** Whether it may be, and how much goes back. */
    public sealed interface Decision {

        /** So much; what counts is never more than what was paid. */
        record Allowed(
                Counting counting,
                List<Line> lines,
                @Nullable Days days,
                long counted,
                long refund) implements Decision {}

        /** Not at all. */
        record Refused(SessionCardRefusal reason) implements Decision {}
    }

    /** Decides. */
    public static Decision decide(SessionCardPolicy policy, Case asked) {
        var refusal = refusal(policy, asked);
        if (refusal != null) {
            return new Decision.Refused(refusal);
        }
        if (asked.term() != null) {
            var days = days(policy, asked, asked.term());
            long counted = Worth.of(asked.paid(), days.bought(), days.used());
            return new Decision.Allowed(Counting.DISCOUNTED, List.of(), days, counted, asked.paid() - counted);
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
        return new Decision.Allowed(counting, lines, null, counted, asked.paid() - counted);
    }

    private static @Nullable SessionCardRefusal refusal(SessionCardPolicy policy, Case asked) {
        var rules = policy.refunds();
        if (nothingLeft(policy, asked)) {
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

    private static boolean nothingLeft(SessionCardPolicy policy, Case asked) {
        if (asked.term() == null) {
            return asked.parts().stream().allMatch(part -> part.used() == part.sessions());
        }
        var days = days(policy, asked, asked.term());
        return days.used() == days.bought();
    }

    private static Days days(SessionCardPolicy policy, Case asked, Term term) {
        var rules = policy.unlimited();
        boolean unused = asked.ground() == RefundGround.WITHOUT_REASON && rules.unusedWhole() && asked.unused();
        if (unused) {
            return new Days(0, term.days(), true);
        }
        var through = rules.refundDayCounts() ? asked.on() : asked.on().minusDays(1);
        return new Days(term.days() - term.leftAfter(through), term.days(), false);
    }

    private static long counted(Counting counting, Part part) {
        return switch (counting) {
            case DISCOUNTED -> Worth.of(part.price(), part.sessions(), part.used());
            case UNDISCOUNTED -> Math.multiplyExact(part.listed(), part.used());
        };
    }
}
