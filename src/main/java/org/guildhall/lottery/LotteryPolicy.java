package org.guildhall.lottery;

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

/**
 * The limits within which lotteries are held; the version in force on the day of publication counts for the lottery.
 *
 * @param highestPrize the most one prize may be worth
 * @param announceAbove prizes worth more are marked, so that who won them is made public
 * @param source where these limits stand
 * @param revealDays how many days after the last one the seed is revealed at the latest
 * @param wrongCodes how many wrong pick-up codes one person may enter before having to wait
 * @param lockMinutes how long they wait then
 */
public record LotteryPolicy(
        @NotNull Money highestPrize,
        @NotNull Money announceAbove,
        @NotBlank @Size(max = 500) String source,
        @Min(0) @Max(90) int revealDays,
        @Min(1) @Max(100) int wrongCodes,
        @Min(1) @Max(1440) int lockMinutes) {

    /** Fifty thousand yuan a prize, winners above five hundred yuan made public, the seed revealed within three days. */
    public static final LotteryPolicy DEFAULT = new LotteryPolicy(
            Money.cny(5_000_000),
            Money.cny(50_000),
            "《反不正当竞争法》关于有奖销售的规定（2019 年修正第十条，2025 年修订第十一条）：抽奖式有奖销售最高奖金额不超过五万元；"
                    + "《规范促销行为暂行规定》（市场监管总局令第 32 号）第十三条（事先公布概率等，不得变更）、第十五条（超过五百元的及时公示）、"
                    + "第十七条（最高奖金额）、第十九条（档案保存二年）",
            3,
            5,
            15);

    /** The kind under which it is drafted and published. */
    public static final PolicyKind<LotteryPolicy> KIND =
            new PolicyKind<>("lottery.rules", LotteryPolicy.class, DEFAULT, "4.14", LotteryPolicy::check);

    private static List<Refusal.Field> check(LotteryPolicy policy) {
        var broken = new ArrayList<Refusal.Field>();
        if (policy.highestPrize.minor() <= 0) {
            broken.add(new Refusal.Field("highestPrize", policy.highestPrize.decimal(), "positive"));
        }
        if (policy.announceAbove.minor() < 0) {
            broken.add(new Refusal.Field("announceAbove", policy.announceAbove.decimal(), "not-negative"));
        }
        if (!policy.announceAbove.currency().equals(policy.highestPrize.currency())) {
            broken.add(new Refusal.Field("announceAbove", policy.announceAbove.currency(), "one-currency"));
        }
        return broken;
    }
}
