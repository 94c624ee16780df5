package org.guildhall.lottery;

import org.guildhall.access.PermissionCatalogue;
import org.guildhall.policies.Clause;
import org.guildhall.policies.PolicyKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Permissions, the limits of lotteries and their clause. */
@Configuration(proxyBeanMethods = false)
class LotteryConfiguration {

    @Bean
    PermissionCatalogue lotteryPermissions() {
        return PermissionCatalogue.of(
                "lottery",
                LotteryPermissions.READ,
                LotteryPermissions.CONFIGURE,
                LotteryPermissions.PUBLISH,
                LotteryPermissions.DRAW,
                LotteryPermissions.HAND_OUT,
                LotteryPermissions.CANCEL,
                LotteryPermissions.EXPORT);
    }

    @Bean
    PolicyKind<LotteryPolicy> lotteryPolicy() {
        return LotteryPolicy.KIND;
    }

    @Bean
    Clause lotteryClause() {
        return new Clause(
                "4.14",
                Clause.texts("积分抽奖", "積分抽獎", "Points lotteries"),
                Clause.texts(
                        "抽奖开始前公布全部奖品、数量、中奖概率（合计恰为百分之百）、每次所需积分、限次，以及奖品发完后改发的安慰奖，公布后不再变更；"
                                + "同时公布随机种子的 SHA-256 承诺值，活动结束后按期公开种子，任何人都可以逐次复算。"
                                + "最高奖金额不超过规定上限，超过公示线的中奖结果及时公示，抽奖记录长期保存；奖品无法发放时撤销该次抽奖并退还积分。",
                        "抽獎開始前公布全部獎品、數量、中獎機率（合計恰為百分之百）、每次所需積分、限次，以及獎品發完後改發的安慰獎，公布後不再變更；"
                                + "同時公布隨機種子的 SHA-256 承諾值，活動結束後按期公開種子，任何人都可以逐次複算。"
                                + "最高獎金額不超過規定上限，超過公示線的中獎結果及時公示，抽獎紀錄長期保存；獎品無法發放時撤銷該次抽獎並退還積分。",
                        "Before a lottery opens, every prize, its number, its odds (which sum to exactly one), the points a draw costs,"
                                + " the limits and the consolation prize given where another has run out are published, and stay so;"
                                + " with them the SHA-256 of the random seed, which is revealed in time after the end, so that"
                                + " anybody can recompute every draw. No prize is worth more than the limit, winnings above a"
                                + " threshold are made public, and records are kept; a draw whose prize cannot be given is"
                                + " cancelled and its points return."));
    }
}
