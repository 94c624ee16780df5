package org.guildhall.cashback;

import java.util.Set;
import org.guildhall.access.PermissionCatalogue;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.KeptAssets;
import org.guildhall.loyalty.NothingToReplay;
import org.guildhall.policies.Clause;
import org.guildhall.policies.PolicyKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Permissions, the rates and their clause, and the assets kept here. */
@Configuration(proxyBeanMethods = false)
class CashbackConfiguration {

    @Bean
    PermissionCatalogue cashbackPermissions() {
        return PermissionCatalogue.of(
                "cashback",
                CashbackPermissions.READ,
                CashbackPermissions.SETTLE,
                CashbackPermissions.EXPORT,
                CashbackPermissions.PROMOTERS_READ,
                CashbackPermissions.PROMOTE,
                CashbackPermissions.REBIND,
                CashbackPermissions.USE,
                CashbackPermissions.TAKE_BACK,
                CashbackPermissions.PAYOUTS_READ,
                CashbackPermissions.PAY_OUT);
    }

    @Bean
    PolicyKind<CashbackPolicy> cashbackPolicy() {
        return CashbackPolicy.KIND;
    }

    @Bean
    PolicyKind<DistributionPolicy> distributionPolicy() {
        return DistributionPolicy.KIND;
    }

    @Bean
    PolicyKind<PayoutPolicy> payoutPolicy() {
        return PayoutPolicy.KIND;
    }

    /** They decide when commissions are paid, not how much they are. */
    @Bean
    NothingToReplay payoutsAreNotSimulated() {
        return new NothingToReplay(PayoutPolicy.KIND, "only-when-paid");
    }

    @Bean
    Clause payoutClause() {
        return new Clause(
                "4.19",
                Clause.texts("佣金发放", "佣金發放", "Payout of commissions"),
                Clause.texts(
                        "佣金按月发放：入账后再过冷静期、不会再退货的部分，由一人提出，按审批权限表由他人同意后入账；低于起付额的结转下次。发放后又退货的，记为欠额，从以后的发放中抵扣。每次发放不超过批准额与当时应发额，款项未到本人的可以冲回再发。金额均为税前，本系统不计算、不代扣个人所得税，只导出计税所需的本次与本年累计发放额。",
                        "佣金按月發放：入帳後再過冷靜期、不會再退貨的部分，由一人提出，按審批權限表由他人同意後入帳；低於起付額的結轉下次。發放後又退貨的，記為欠額，從以後的發放中抵扣。每次發放不超過批准額與當時應發額，款項未到本人的可以沖回再發。金額均為稅前，本系統不計算、不代扣個人所得稅，只匯出計稅所需的本次與本年累計發放額。",
                        "Commissions are paid out by the month: what lay for the cooling-off days after it was credited and no longer"
                                + " can come back is proposed by one person and booked when others agreed as the authority table"
                                + " has it; less than the least is carried forward. What comes back after it was paid is owed"
                                + " and set off against later payouts. No payment exceeds what was approved or what is due; one"
                                + " that did not arrive can be reversed and is due again. Amounts are before tax: tax is neither"
                                + " computed nor withheld here; what it is worked out from, this payment and the year's, is"
                                + " exported."));
    }

    @Bean
    Clause distributionClause() {
        return new Clause(
                "4.17",
                Clause.texts("分销", "分銷", "Distribution"),
                Clause.texts(
                        "会员自愿同意条款后可成为推广员，不收任何费用。顾客归最先推荐的推广员，不得自荐，不得成环，此后只有被授权的人可凭理由更改。佣金只按所售商品计算，最多两级，设单笔上限，不因发展人员而给付；退货期满后于次月一日入账，退货如数扣回。佣金未代扣个人所得税。可疑的推荐予以拒绝并报警。上线前请律师核对《禁止传销条例》第七条等规定。",
                        "會員自願同意條款後可成為推廣員，不收任何費用。顧客歸最先推薦的推廣員，不得自薦，不得成環，此後只有被授權的人可憑理由更改。佣金只按所售商品計算，最多兩級，設單筆上限，不因發展人員而給付；退貨期滿後於次月一日入帳，退貨如數扣回。佣金未代扣個人所得稅。可疑的推薦予以拒絕並報警。上線前請律師核對《禁止傳銷條例》第七條等規定。",
                        "A member who agrees to the terms can become a promoter, free of charge. A customer belongs to who"
                                + " recommended them first; nobody recommends themselves or in a ring, and only somebody with"
                                + " authority changes it later, for a reason. Commissions are for goods that were sold, two levels"
                                + " at most, with a most per purchase, never for recruiting people; they are credited on the first"
                                + " of the month after the days for returns, and clawed back with returns. Tax is not withheld."
                                + " What smells of fraud is refused and raises an alarm. A lawyer checks article 7 of the"
                                + " regulations on prohibiting pyramid selling, and others, before anybody relies on it."));
    }

    @Bean
    KeptAssets rebatesAreKeptHere() {
        return new KeptAssets("cashback", Set.of(Asset.CASHBACK, Asset.COMMISSION), true);
    }

    @Bean
    Clause cashbackClause() {
        return new Clause(
                "4.16",
                Clause.texts("消费返利", "消費返利", "Cashback"),
                Clause.texts(
                        "会员消费的商品按购买当日有效的返利比例返利：逐行计算，不足一分舍去；设最低消费、单笔上限与每月上限。返利待退货期满后方可入账，入账前退货相应减少，入账后退货如数扣回，已用部分记为欠额，以后入账先行抵补。返利可在收银时使用，不兑现金。每一行都可查、可解释。",
                        "會員消費的商品按購買當日有效的返利比例返利：逐行計算，不足一分捨去；設最低消費、單筆上限與每月上限。返利待退貨期滿後方可入帳，入帳前退貨相應減少，入帳後退貨如數扣回，已用部分記為欠額，以後入帳先行抵補。返利可在收銀時使用，不兌現金。每一行都可查、可解釋。",
                        "Goods bring back the percent in force on the day they were bought, line by line, fractions of a fen"
                                + " dropped; with a least purchase and a most per purchase and per month. It is credited when"
                                + " the days for returns are over. What comes back before lowers it; what comes back after"
                                + " is clawed back, and owed where it was spent: what is credited later pays it first. It is"
                                + " not paid in cash. Every line can be explained."));
    }
}
