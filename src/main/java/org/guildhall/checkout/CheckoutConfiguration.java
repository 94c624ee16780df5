package org.guildhall.checkout;

import org.guildhall.access.PermissionCatalogue;
import org.guildhall.loyalty.KeptSource;
import org.guildhall.policies.Clause;
import org.guildhall.policies.PolicyKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Permissions, the checkout rules and their clause. */
@Configuration(proxyBeanMethods = false)
class CheckoutConfiguration {

    @Bean
    PermissionCatalogue checkoutPermissions() {
        return PermissionCatalogue.of(
                "checkout",
                CheckoutPermissions.READ,
                CheckoutPermissions.SELL,
                CheckoutPermissions.SELL_LARGE,
                CheckoutPermissions.TAKE_BACK,
                CheckoutPermissions.RECONCILE);
    }

    @Bean
    KeptSource soldAtTheCounter() {
        return new KeptSource("checkout", "checkout");
    }

    @Bean
    PolicyKind<CheckoutPolicy> checkoutPolicy() {
        return CheckoutPolicy.KIND;
    }

    @Bean
    Clause checkoutClause() {
        return new Clause(
                "4.9",
                Clause.texts("收银", "收銀", "The counter"),
                Clause.texts(
                        "收银按规定的顺序计算等级折扣、权益折扣、优惠券、积分抵现与储值付款，逐行说明适用与不适用的理由；报价变动即不予成交；成交的消费、权益、优惠券、积分、储值与收款同时入账；单笔原价合计超过规定上限的，由有“大额收银”权限的人员办理，越限的尝试记入审计；退货按比例逐行退回，权益与优惠券所用商品全部退回时，权益使用撤回、券退还会员，积分退回原批次，款项按规定的顺序原路退回，退回总额不超过实付。",
                        "收銀按規定的順序計算等級折扣、權益折扣、優惠券、積分折抵與儲值付款，逐行說明適用與不適用的理由；報價變動即不予成交；成交的消費、權益、優惠券、積分、儲值與收款同時入帳；單筆原價合計超過規定上限的，由有「大額收銀」權限的人員辦理，越限的嘗試記入稽核；退貨按比例逐行退回，權益與優惠券所用商品全部退回時，權益使用撤回、券退還會員，積分退回原批次，款項按規定的順序原路退回，退回總額不超過實付。",
                        "At the counter the tier's discount, one benefit's, coupons, points as money and stored value are taken in the stated order,"
                                + " with the reason for each, line by line. A price that changed is not charged. Purchase,"
                                + " the benefit, coupons, points, stored value and payments are booked together. A sale that comes to more than the rules let"
                                + " one come to, before any deduction, is made by somebody with the permission for large sales; attempts without it are kept in the audit log."
                                + " What comes back takes its share of"
                                + " everything with it: a benefit or coupon once all it applied to is back, points to their lots, money the way it came in the stated order, and"
                                + " never more than was paid."));
    }
}
