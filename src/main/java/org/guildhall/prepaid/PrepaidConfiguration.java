package org.guildhall.prepaid;

import java.util.Set;
import org.guildhall.access.PermissionCatalogue;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.KeptAssets;
import org.guildhall.policies.Clause;
import org.guildhall.policies.PolicyKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Permissions, the stored-value rules and their clause. */
@Configuration(proxyBeanMethods = false)
class PrepaidConfiguration {

    @Bean
    PermissionCatalogue prepaidPermissions() {
        return PermissionCatalogue.of(
                "prepaid",
                PrepaidPermissions.READ,
                PrepaidPermissions.TOP_UP,
                PrepaidPermissions.PAY,
                PrepaidPermissions.GIVE_BACK,
                PrepaidPermissions.REFUND,
                PrepaidPermissions.REFUND_LARGE,
                PrepaidPermissions.FREEZE,
                PrepaidPermissions.TRANSFER,
                PrepaidPermissions.UNDO,
                PrepaidPermissions.RECONCILE,
                PrepaidPermissions.EXPORT);
    }

    @Bean
    PolicyKind<PrepaidPolicy> prepaidPolicy() {
        return PrepaidPolicy.KIND;
    }

    @Bean
    KeptAssets storedValueIsKeptHere() {
        return new KeptAssets("prepaid", Set.of(Asset.PRINCIPAL, Asset.BONUS));
    }

    @Bean
    Clause prepaidClause() {
        return new Clause(
                "4.8",
                Clause.texts("储值", "儲值", "Stored value"),
                Clause.texts(
                        "会员储值分本金与赠金，分别记账；充值按阶梯赠送，余额不超过限额；付款按规定的顺序使用本金和赠金，退货原路退回原批；退款按预付款扣减已使用金额计算，七日内无需理由，商家原因按优惠价、会员原因按原价计算已使用部分；冻结期间任何人不得动用；每一步都可查、可解释。",
                        "會員儲值分本金與贈金，分別記帳；儲值按階梯贈送，餘額不超過限額；付款按規定的順序使用本金和贈金，退貨原路退回原批；退款按預付款扣減已使用金額計算，七日內無需理由，商家原因按優惠價、會員原因按原價計算已使用部分；凍結期間任何人不得動用；每一步都可查、可解釋。",
                        "Principal and bonus are kept apart. A top-up brings the bonus of its step, and no balance rises"
                                + " above the cap. Payments take from the pots in the stated order, returns go back to"
                                + " where they came from. A refund is what was paid less what was used: within seven days"
                                + " without a reason, at the discounted price when the merchant is the cause, undiscounted"
                                + " when the member is. What is frozen does not move. Every step can be explained."));
    }
}
