package org.guildhall.finance;

import org.guildhall.access.PermissionCatalogue;
import org.guildhall.policies.Clause;
import org.guildhall.policies.PolicyKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Permissions, the rules of valuation and their clause. */
@Configuration(proxyBeanMethods = false)
class FinanceConfiguration {

    @Bean
    PermissionCatalogue financePermissions() {
        return PermissionCatalogue.of(
                "finance",
                FinancePermissions.READ,
                FinancePermissions.EXPORT,
                FinancePermissions.CLOSE,
                FinancePermissions.REOPEN);
    }

    @Bean
    PolicyKind<LiabilityPolicy> liabilityPolicy() {
        return LiabilityPolicy.KIND;
    }

    @Bean
    Clause liabilityClause() {
        return new Clause(
                "4.13",
                Clause.texts("负债与损耗", "負債與損耗", "Liability and breakage"),
                Clause.texts(
                        "未使用的积分按规定的单价计为负债，储值本金与赠金分别列示，未使用的优惠券按类列出张数，计次卡未使用的次数按分摊的价款计为负债，到期而有余次的仍计入；消费返利与分销佣金按已入账与待入账列示；月末关账时保留各项数字；预计到期失效的部分根据已到期月份的实际失效比例估计，并给出区间，已到期月份不足规定数目时不作估计。",
                        "未使用的積分按規定的單價計為負債，儲值本金與贈金分別列示，未使用的優惠券按類列出張數，計次卡未使用的次數按分攤的價款計為負債，到期而有餘次的仍計入；消費返利與分銷佣金按已入帳與待入帳列示；月末關帳時保留各項數字；預計到期失效的部分根據已到期月份的實際失效比例估計，並給出區間，已到期月份不足規定數目時不作估計。",
                        "Points that are not yet used are a liability at the stated worth; principal and bonus of stored value"
                                + " are shown apart, open coupons counted by kind, and sessions of cards not yet used are a"
                                + " liability at their part of the price, also when the card's last day is over. Cashback and commissions are shown as credited and as waiting, and what a month came to is kept when it is closed. What is expected to lapse is estimated"
                                + " from the share that lapsed of the months that have run off, with an interval, and not"
                                + " at all while fewer months have run off than stated."));
    }
}
