package org.guildhall.prepaid;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.guildhall.kernel.Money;
import org.guildhall.policies.PolicyKind;

/**
 * How stored value is topped up, spent, refunded and transferred; the version in force on the day of an act decides it.
 *
 * @param ladder what a top-up of at least so much brings as bonus; the highest step reached counts, alone
 * @param spending which pot a payment takes from
 * @param oddFen who gets the odd fen where an amount is divided in proportion
 * @param lockMinutes how long a locked payment waits to be used; then it goes back
 * @param identityYears how many years after the last top-up the identity of a named account is kept
 */
public record PrepaidPolicy(
        @NotNull @Size(max = 50) List<@Valid @NotNull Step> ladder,
        @NotNull Spending spending,
        @NotNull OddFen oddFen,
        @NotNull @Valid Caps caps,
        @NotNull @Valid Refunds refunds,
        @NotNull @Valid Transfers transfers,
        @Min(1) @Max(43_200) int lockMinutes,
        @Min(5) @Max(100) int identityYears) {

    /** No bonus, principal first, the caps and refunds of the law, no transfers. */
    public static final PrepaidPolicy DEFAULT = new PrepaidPolicy(
            List.of(),
            Spending.PRINCIPAL_FIRST,
            OddFen.FROM_BONUS,
            new Caps(Money.cny(500_000), Money.cny(100_000), true, "商务部令 2012 年第 9 号（单用途商业预付卡管理办法）第十八条"),
            new Refunds(
                    7,
                    true,
                    Counting.DISCOUNTED,
                    Counting.UNDISCOUNTED,
                    Money.cny(200_000),
                    2,
                    90,
                    "法释〔2025〕4 号 第十四、十八、十九、二十条，2025-05-01 起"),
            new Transfers(false, Money.cny(100_000), Money.cny(100_000)),
            30,
            5);

    /** The kind under which it is drafted and published. */
    public static final PolicyKind<PrepaidPolicy> KIND =
            new PolicyKind<>("prepaid.rules", PrepaidPolicy.class, DEFAULT, "4.8", PrepaidPolicyCheck::broken);

    /** Copies the ladder. */
    public PrepaidPolicy {
        ladder = List.copyOf(ladder);
    }

    /** A top-up of at least {@code from} brings {@code bonus}. */
    @Schema(name = "BonusStep")
    public record Step(@NotNull Money from, @NotNull Money bonus) {}

    /** Which pot a payment takes from. */
    @Schema(name = "PrepaidSpending", enumAsRef = true)
    public enum Spending {
        /** All principal, then bonus. */
        PRINCIPAL_FIRST,
        /** All bonus, then principal. */
        BONUS_FIRST,
        /** From each top-up in the proportion that is left of both. */
        IN_PROPORTION
    }

    /** Where an amount does not divide evenly. */
    @Schema(name = "PrepaidOddFen", enumAsRef = true)
    public enum OddFen {
        /** The odd fen is taken from the principal. */
        FROM_PRINCIPAL,
        /** The odd fen is taken from the bonus. */
        FROM_BONUS
    }

    /**
     * The most an account may hold after money came in.
     *
     * @param named for members whose name and identity document are known
     * @param unnamed for others
     * @param countsBonus whether bonus counts
     * @param source where the figures come from, and since when
     */
    @Schema(name = "PrepaidCaps")
    public record Caps(
            @NotNull Money named,
            @NotNull Money unnamed,
            boolean countsBonus,
            @NotBlank @Size(max = 300) String source) {}

    /**
     * How prepaid money goes back.
     *
     * @param days within how many days after paying no reason is needed
     * @param barredIfKnown whether those who had had the same goods or services before need a reason all the same
     * @param withoutReason how what was used counts when no reason is needed
     * @param consumer how it counts when the consumer is the cause; when the merchant is, it always counts discounted
     * @param alone up to how much a member is refunded in a day without somebody entitled to large refunds
     * @param noticed at how many refunds within {@code noticedDays} the next is pointed out
     * @param source where the rules come from, and since when
     */
    @Schema(name = "PrepaidRefunds")
    public record Refunds(
            @Min(7) @Max(365) int days,
            boolean barredIfKnown,
            @NotNull Counting withoutReason,
            @NotNull Counting consumer,
            @NotNull Money alone,
            @Min(1) @Max(100) int noticed,
            @Min(1) @Max(1000) int noticedDays,
            @NotBlank @Size(max = 300) String source) {}

    /** How what was used counts. */
    @Schema(name = "PrepaidCounting", enumAsRef = true)
    public enum Counting {
        /** At the discounted price, times paid/(paid + gift). */
        DISCOUNTED,
        /** At the price before any discount. */
        UNDISCOUNTED
    }

    /** Whether and how much principal, with its share of bonus, may go to another member. */
    @Schema(name = "PrepaidTransfers")
    public record Transfers(
            boolean allowed,
            @NotNull Money mostAtOnce,
            @NotNull Money mostPerDay) {}
}
