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
    PolicyKind<IssuerPolicy> issuerPolicy() {
        return IssuerPolicy.KIND;
    }

    @Bean
    KeptAssets storedValueIsKeptHere() {
        return new KeptAssets("prepaid", Set.of(Asset.PRINCIPAL, Asset.BONUS), true);
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

    @Bean
    Clause issuerClause() {
        return new Clause(
                "4.18",
                Clause.texts("预收资金", "預收資金", "Money paid in advance"),
                Clause.texts(
                        "会员预付而尚未使用的本金与计次卡价款合计为预收资金，余额不超过上一会计年度主营业务收入的规定比例，超过的充值与售卡按规定拒收或放行并提示；按发卡企业类别，上季度末余额的规定比例存管；终止兑付须提前规定天数公示，公示起不再收款，终止后余额只退不付。",
                        "會員預付而尚未使用的本金與計次卡價款合計為預收資金，餘額不超過上一會計年度主營業務收入的規定比例，超過的儲值與售卡按規定拒收或放行並提示；按發卡企業類別，上季度末餘額的規定比例存管；終止兌付須提前規定天數公示，公示起不再收款，終止後餘額只退不付。",
                        "What members paid in and have not used, with what session cards still stand for, is money paid in advance."
                                + " It stays within the stated share of last fiscal year's main income; a top-up or a card"
                                + " beyond is refused, or let through and pointed out. By class of issuer the stated share of last"
                                + " quarter's balance is in custody. The end of honouring is announced the stated days before:"
                                + " no money comes in from then on, and after the end what is left is refunded, not spent."));
    }
}
