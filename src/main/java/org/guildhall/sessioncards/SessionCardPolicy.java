package org.guildhall.sessioncards;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.policies.PolicyKind;
import org.guildhall.prepaid.PrepaidPolicy.Counting;

/**
 * How session cards are sold, booked and refunded. The version in force on the day of an act decides it, but what is left of a card
 * goes back by the version the card was sold under: its terms are part of what was bought, and every version keeps to 法释〔2025〕4 号.
 */
public record SessionCardPolicy(
        @NotNull @Valid Sales sales,
        @NotNull @Valid Bookings bookings,
        @NotNull @Valid Refunds refunds,
        @NotNull @Valid Uses uses,
        @NotNull @Valid Unlimited unlimited,
        @NotNull @Valid Reactivation reactivation) {

    /**
     * Rules from before the member's confirmation was kept ask for it too, and rules from before cards of unlimited use were sold
     * refund them as the law has it; rules from before cards were activated again do so for a year, ten times at most.
     */
    public SessionCardPolicy {
        uses = uses == null ? Uses.CONFIRMED : uses;
        unlimited = unlimited == null ? Unlimited.BY_DAYS : unlimited;
        reactivation = reactivation == null ? Reactivation.A_YEAR : reactivation;
    }

    /** The caps, validity and refunds of the law; a day's notice, and a no-show takes a session. */
    public static final SessionCardPolicy DEFAULT = new SessionCardPolicy(
            new Sales(
                    Money.cny(500_000), Money.cny(100_000), true, 1_096, 5, "商务部令 2012 年第 9 号（单用途商业预付卡管理办法）第十六、十八、十九条"),
            new Bookings(30, 5, 24, false, true, 30),
            new Refunds(7, true, Counting.UNDISCOUNTED, Money.cny(100_000), "法释〔2025〕4 号 第十四、十八、十九、二十条，2025-05-01 起"),
            Uses.CONFIRMED,
            Unlimited.BY_DAYS,
            Reactivation.A_YEAR);

    /** The kind under which it is drafted and published. */
    public static final PolicyKind<SessionCardPolicy> KIND =
            new PolicyKind<>("sessioncards.rules", SessionCardPolicy.class, DEFAULT, "4.15", SessionCardPolicy::broken);

    /**
     * What may be sold, and for how long.
     *
     * @param named the most a card may cost a member whose name and identity document are known
     * @param unnamed the most it may cost others
     * @param namedNeverEnd whether cards of the former have no last day, whatever the product says
     * @param shortestDays the fewest days a card is good for
     * @param identityYears how many years after the sale the identity behind a named card is kept
     * @param source where the figures come from
     */
    @Schema(name = "SessionCardSales")
    public record Sales(
            @NotNull Money named,
            @NotNull Money unnamed,
            boolean namedNeverEnd,
            @Min(1) @Max(36_500) int shortestDays,
            @Min(5) @Max(100) int identityYears,
            @NotBlank @Size(max = 300) String source) {}

    /**
     * How sessions are booked.
     *
     * @param daysAhead how many days ahead at most
     * @param mostOpen how many bookings of one member may be open
     * @param freeHours until how many hours before its start a booking is moved or cancelled freely
     * @param lateCancelTakes whether a later cancellation by the member takes a session
     * @param noShowTakes whether not coming takes a session
     * @param noShowMinutes how long after the start a member who did not come is waited for
     */
    @Schema(name = "SessionCardBookings")
    public record Bookings(
            @Min(1) @Max(365) int daysAhead,
            @Min(1) @Max(100) int mostOpen,
            @Min(0) @Max(168) int freeHours,
            boolean lateCancelTakes,
            boolean noShowTakes,
            @Min(0) @Max(720) int noShowMinutes) {}

    /**
     * How what is left goes back, of cards sold under these rules.
     *
     * @param days within how many days after paying no reason is needed
     * @param barredIfKnown whether those who had had the same services before need a reason all the same
     * @param consumer how used sessions count when the member is the cause; when the house is, they count at the card's price
     * @param alone up to how much a member is refunded in a day without somebody entitled to large refunds; of whatever card, as
     *     long as these rules are in force
     * @param source where the rules come from, and since when
     */
    @Schema(name = "SessionCardRefunds")
    public record Refunds(
            @Min(7) @Max(365) int days,
            boolean barredIfKnown,
            @NotNull Counting consumer,
            @NotNull Money alone,
            @NotBlank @Size(max = 300) String source) {}

    /**
     * How sessions are used, at the counter or as booked.
     *
     * @param confirmed whether it must be recorded how the member confirmed a use
     */
    @Schema(name = "SessionCardUses")
    public record Uses(boolean confirmed) {

        static final Uses CONFIRMED = new Uses(true);
    }

    /**
     * How a card of unlimited use goes back: by its days, whoever is the cause.
     *
     * @param refundDayCounts whether the day of the refund counts as used
     * @param unusedWhole whether all goes back within the days without a reason if the member never came
     * @param source where the rules come from, and since when
     */
    @Schema(name = "UnlimitedSessionCards")
    public record Unlimited(
            boolean refundDayCounts,
            boolean unusedWhole,
            @NotBlank @Size(max = 300) String source) {

        static final Unlimited BY_DAYS = new Unlimited(true, true, "法释〔2025〕4 号 第十四、二十二条，2025-05-01 起");
    }

    /**
     * How a card that ended with sessions left is activated again, free of charge.
     *
     * @param days for how many days after the day it is activated
     * @param most how often one card at most; what was taken back does not count
     * @param source where the rules come from
     */
    @Schema(name = "SessionCardReactivation")
    public record Reactivation(
            @Min(1) @Max(3_650) int days,
            @Min(0) @Max(100) int most,
            @NotBlank @Size(max = 300) String source) {

        static final Reactivation A_YEAR =
                new Reactivation(365, 10, "法释〔2025〕4 号 第二十四条；商务部令 2012 年第 9 号（单用途商业预付卡管理办法）第十九条");
    }

    private static List<Refusal.Field> broken(SessionCardPolicy policy) {
        var broken = new ArrayList<Refusal.Field>();
        positive("sales.named", policy.sales.named, broken);
        positive("sales.unnamed", policy.sales.unnamed, broken);
        positive("refunds.alone", policy.refunds.alone, broken);
        var currency = policy.sales.named.currency();
        if (!policy.sales.unnamed.currency().equals(currency)) {
            broken.add(new Refusal.Field("sales.unnamed", policy.sales.unnamed.currency(), "same-currency"));
        }
        if (!policy.refunds.alone.currency().equals(currency)) {
            broken.add(new Refusal.Field("refunds.alone", policy.refunds.alone.currency(), "same-currency"));
        }
        return broken;
    }

    private static void positive(String field, Money money, List<Refusal.Field> broken) {
        if (money.minor() <= 0) {
            broken.add(new Refusal.Field(field, money.decimal(), "positive"));
        }
    }
}
