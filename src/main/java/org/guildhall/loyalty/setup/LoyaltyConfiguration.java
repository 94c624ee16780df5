package org.guildhall.loyalty.setup;

import java.util.Set;
import org.guildhall.access.PermissionCatalogue;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.KeptAssets;
import org.guildhall.ledger.LateFacts;
import org.guildhall.ledger.ModuleLaw;
import org.guildhall.loyalty.LoyaltyPermissions;
import org.guildhall.loyalty.NothingToReplay;
import org.guildhall.loyalty.earning.EarningPolicy;
import org.guildhall.loyalty.expiry.ExpiryPolicy;
import org.guildhall.loyalty.occasions.OccasionsPolicy;
import org.guildhall.loyalty.recording.RecordingPolicy;
import org.guildhall.loyalty.returns.ReturnsPolicy;
import org.guildhall.loyalty.tiers.TiersPolicy;
import org.guildhall.loyalty.warnings.WarningsPolicy;
import org.guildhall.policies.Clause;
import org.guildhall.policies.PolicyKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Permissions, policies and clauses of loyalty. */
@Configuration(proxyBeanMethods = false)
class LoyaltyConfiguration {

    @Bean
    PermissionCatalogue loyaltyPermissions() {
        return PermissionCatalogue.of(
                "loyalty",
                LoyaltyPermissions.READ,
                LoyaltyPermissions.RECORD,
                LoyaltyPermissions.RECORD_LARGE,
                LoyaltyPermissions.RECORD_OCCASIONS,
                LoyaltyPermissions.TAKE_BACK_OCCASIONS,
                LoyaltyPermissions.GRANT_TIER,
                LoyaltyPermissions.TRY,
                LoyaltyPermissions.RUNS_READ,
                LoyaltyPermissions.RUN,
                LoyaltyPermissions.SIMULATIONS_READ,
                LoyaltyPermissions.SIMULATE);
    }

    /** Tills and partners report when they can. */
    @Bean
    LateFacts latePurchases() {
        return new LateFacts("loyalty.purchase");
    }

    @Bean
    LateFacts lateReturns() {
        return new LateFacts("loyalty.return");
    }

    /** Programs report check-ins and answered surveys when they can. */
    @Bean
    LateFacts lateOccasions() {
        return new LateFacts("loyalty.occasion");
    }

    @Bean
    LateFacts lateTakingsBack() {
        return new LateFacts("loyalty.occasion-taken-back");
    }

    /** Books of other systems are taken over when they are handed over. */
    @Bean
    LateFacts lateHistories() {
        return new LateFacts("loyalty.history");
    }

    @Bean
    LateFacts lateOpenings() {
        return new LateFacts("loyalty.opening");
    }

    /** No history taken over ever falls below zero, and no opening balance is larger than that takes. */
    @Bean
    ModuleLaw openingsAreSmallest() {
        return new ModuleLaw.ByQuery("loyalty.openings-are-smallest", "loyalty.points_history", """
                with running as (
                  select member_id, source,
                    sum(earned - redeemed - expired) over (partition by member_id, source order by occurred_at) as balance
                  from loyalty.points_history
                  where voided_at is null
                ), needed as (
                  select member_id, source, greatest(0, -min(balance)) as amount
                  from running
                  group by member_id, source
                )
                select 'member ' || member_id || ' of ' || source || ': opening ' || coalesce(o.amount, 0) || ', needed '
                  || coalesce(n.amount, 0)
                from needed n
                full join (select * from loyalty.points_opening where ended_at is null) o using (member_id, source)
                where coalesce(o.amount, 0) <> coalesce(n.amount, 0)
                order by member_id, source
                limit 1
                """);
    }

    /** Growth is what purchases and occasions brought, as tiers count it, and nothing else. */
    @Bean
    KeptAssets keptByLoyalty() {
        return new KeptAssets("loyalty", Set.of(Asset.GROWTH), false);
    }

    @Bean
    PolicyKind<EarningPolicy> earningPolicy() {
        return EarningPolicy.KIND;
    }

    @Bean
    PolicyKind<TiersPolicy> tiersPolicy() {
        return TiersPolicy.KIND;
    }

    @Bean
    PolicyKind<ExpiryPolicy> expiryPolicy() {
        return ExpiryPolicy.KIND;
    }

    @Bean
    PolicyKind<ReturnsPolicy> returnsPolicy() {
        return ReturnsPolicy.KIND;
    }

    /** It decides who may record purchases, not what they bring. */
    @Bean
    NothingToReplay recordingIsNotSimulated() {
        return new NothingToReplay(RecordingPolicy.KIND, "only-who-may");
    }

    /** They decide when members are told, not what purchases bring. */
    @Bean
    NothingToReplay warningsAreNotSimulated() {
        return new NothingToReplay(WarningsPolicy.KIND, "only-tells");
    }

    @Bean
    PolicyKind<OccasionsPolicy> occasionsPolicy() {
        return OccasionsPolicy.KIND;
    }

    @Bean
    Clause occasionsClause() {
        return new Clause(
                "4.35",
                Clause.texts("消费以外的积分", "消費以外的積分", "Points without a purchase"),
                Clause.texts(
                        "签到、完善资料、回答问卷和推荐入会，按发生当日有效的规则获得积分和成长值；每种在一天、一个月内和一共计几次，以及每日、每月的积分上限由规则写明，超出的照记但不给积分。同一份问卷、同一位被推荐的会员只计一次；推荐只奖励推荐人本人一级。误记或作弊的予以撤回，所得全部收回。",
                        "簽到、完善資料、回答問卷和推薦入會，按發生當日有效的規則獲得積分和成長值；每種在一天、一個月內和一共計幾次，以及每日、每月的積分上限由規則寫明，超出的照記但不給積分。同一份問卷、同一位被推薦的會員只計一次；推薦只獎勵推薦人本人一級。誤記或作弊的予以撤回，所得全部收回。",
                        "Check-ins, completed profiles, answered surveys and members brought earn points and growth value under"
                                + " the rules of their day, which say how many of a kind count on a day, in a month and ever, and"
                                + " the most points of a day and a month; what is beyond is recorded and earns nothing. A survey"
                                + " counts once, and so does a member who was brought, for nobody but who brought them. What was"
                                + " a mistake or an abuse is taken back with all it brought."));
    }

    @Bean
    Clause earningClause() {
        return new Clause(
                "4.1",
                Clause.texts("积分的获得", "積分的獲得", "Earning points"),
                Clause.texts(
                        "会员消费按当日有效的积分规则获得积分和成长值：先算基础积分，再乘倍数，按规定取整，加固定奖励，最后受每单、每日、每月上限限制。",
                        "會員消費按當日有效的積分規則獲得積分和成長值：先算基礎積分，再乘倍數，按規定取整，加固定獎勵，最後受每單、每日、每月上限限制。",
                        "Purchases earn points and growth value under the rules of their day: base points, then multipliers,"
                                + " then rounding, then fixed bonuses, then caps per purchase, day and month."));
    }

    @Bean
    Clause tiersClause() {
        return new Clause(
                "4.2",
                Clause.texts("会员等级", "會員等級", "Tiers"),
                Clause.texts(
                        "等级标准按成长值、消费金额、消费次数、获得的积分，或它们加权相加的分值衡量；达到即时升级；等级在有效期满时复核，未达标准的按制度处理；标准变更自生效日起执行。",
                        "等級標準按成長值、消費金額、消費次數、獲得的積分，或它們加權相加的分值衡量；達到即時升級；等級在有效期滿時複核，未達標準的按制度處理；標準變更自生效日起執行。",
                        "Standards count growth value, spend, purchases, points earned, or a weighted sum of these; who reaches"
                                + " a tier's standard rises at once; tiers are reviewed when their validity ends; a changed"
                                + " standard applies from its first day."));
    }

    @Bean
    Clause expiryClause() {
        return new Clause(
                "4.3",
                Clause.texts("积分的有效期", "積分的有效期", "How long points are valid"),
                Clause.texts(
                        "积分自获得之日起按规定的期限有效，先到期的先使用，到期未用的失效。",
                        "積分自獲得之日起按規定的期限有效，先到期的先使用，到期未用的失效。",
                        "Points are valid for the stated time from the purchase; what expires first is used first."));
    }

    @Bean
    Clause returnsClause() {
        return new Clause(
                "4.4",
                Clause.texts("退货", "退貨", "Returns"),
                Clause.texts(
                        "退货时收回退回部分带来的积分和成长值，已用掉的按制度记为欠分或由公司承担，等级按制度重算或保留至复核。",
                        "退貨時收回退回部分帶來的積分和成長值，已用掉的按制度記為欠分或由公司承擔，等級按制度重算或保留至複核。",
                        "A return takes back what the returned part had brought; points already used become debt or the"
                                + " company's loss, and the tier follows at once or at its review, as stated."));
    }
}
