package org.guildhall.benefits;

import org.guildhall.access.PermissionCatalogue;
import org.guildhall.loyalty.NothingToReplay;
import org.guildhall.policies.Clause;
import org.guildhall.policies.PolicyKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Permissions, the catalogue and its clause. */
@Configuration(proxyBeanMethods = false)
class BenefitsConfiguration {

    @Bean
    PermissionCatalogue benefitPermissions() {
        return PermissionCatalogue.of(
                "benefits",
                BenefitPermissions.READ,
                BenefitPermissions.GRANT,
                BenefitPermissions.CODE,
                BenefitPermissions.USE,
                BenefitPermissions.TAKE_BACK,
                BenefitPermissions.EXPORT);
    }

    @Bean
    PolicyKind<BenefitsPolicy> benefitsPolicy() {
        return BenefitsPolicy.KIND;
    }

    /** Whether a benefit is used is its holder's choice, which no purchase tells. */
    @Bean
    NothingToReplay benefitsAreNotSimulated() {
        return new NothingToReplay(BenefitsPolicy.KIND, "use-is-a-choice");
    }

    @Bean
    Clause benefitsClause() {
        return new Clause(
                "4.11",
                Clause.texts("会员权益", "會員權益", "Benefits"),
                Clause.texts(
                        "会员凭等级、会籍方案或个人授予享有权益；每项权益写明内容、每期次数与单次成本，并标明所依据的条款。使用即为事实，记录时间、门店、依据与成本，每期不超过规定次数；误记的使用以撤回更正，不作删改。购物折扣只在收银报价时减去，一次购物用一项，所减商品全部退回时撤回。个人授予须有理由与到期日，可以收回；一次性核销码限本人、限本项权益、限时、限用一次。",
                        "會員憑等級、會籍方案或個人授予享有權益；每項權益寫明內容、每期次數與單次成本，並標明所依據的條款。使用即為事實，記錄時間、門市、依據與成本，每期不超過規定次數；誤記的使用以撤回更正，不作刪改。購物折扣只在收銀報價時減去，一次購物用一項，所減商品全部退回時撤回。個人授予須有理由與到期日，可以收回；一次性核銷碼限本人、限本項權益、限時、限用一次。",
                        "Members are entitled to benefits by their tier, by a plan they are assigned to, or by a personal grant."
                                + " Each benefit states what it is, how often in which period, what a use costs, and its clause."
                                + " A use is a fact with its time, store, ground and cost, never more often than the quota; one recorded"
                                + " by mistake is taken back, not changed. A discount on purchases comes off at the counter only,"
                                + " one a purchase, and is taken back when all it came off is back. A personal grant has a reason and a last day and can be"
                                + " revoked. A one-time code is good for one member, one benefit, a few minutes and one use."));
    }
}
