package org.guildhall.mall;

import org.guildhall.access.PermissionCatalogue;
import org.guildhall.policies.Clause;
import org.guildhall.policies.PolicyKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Permissions, the redemption rules and their clause. */
@Configuration(proxyBeanMethods = false)
class MallConfiguration {

    @Bean
    PermissionCatalogue mallPermissions() {
        return PermissionCatalogue.of(
                "mall",
                MallPermissions.READ,
                MallPermissions.CONFIGURE,
                MallPermissions.STOCK,
                MallPermissions.REDEEM,
                MallPermissions.HAND_OUT,
                MallPermissions.CANCEL,
                MallPermissions.TAKE_BACK,
                MallPermissions.EXPORT);
    }

    @Bean
    PolicyKind<RedemptionPolicy> redemptionPolicy() {
        return RedemptionPolicy.KIND;
    }

    @Bean
    Clause redemptionClause() {
        return new Clause(
                "4.7",
                Clause.texts("积分兑换", "積分兌換", "Redeeming points"),
                Clause.texts(
                        "会员用积分兑换礼品和服务：下单即冻结积分和库存，凭取货码在指定门店领取后扣除；逾期未取或取消的，积分退回原批次；冻结期间到期的积分按规定失效或重新发放。",
                        "會員用積分兌換禮品和服務：下單即凍結積分和庫存，憑取貨碼在指定門市領取後扣除；逾期未取或取消的，積分退回原批次；凍結期間到期的積分按規定失效或重新發放。",
                        "Members redeem points for goods and services: an order holds points and pieces, the pick-up code"
                                + " at an allowed store spends them; what is cancelled or not picked up goes back to the"
                                + " lots it came from; points that expired meanwhile lapse or are given anew, as stated."));
    }
}
