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
                        "会员用积分兑换礼品和服务：下单即冻结积分和库存，凭取货码在指定门店领取后扣除；逾期未取或取消的，积分退回原批次；冻结期间到期的积分按规定失效或重新发放。礼品可在积分之外另定现金价，下单时一次付清，计入收款门店当日的款项；现金不算消费，不累积任何积分或成长值，取消、逾期或退回时由原收款门店按原方式全额退还；中奖所得的礼品不收现金。",
                        "會員用積分兌換禮品和服務：下單即凍結積分和庫存，憑取貨碼在指定門市領取後扣除；逾期未取或取消的，積分退回原批次；凍結期間到期的積分按規定失效或重新發放。禮品可在積分之外另定現金價，下單時一次付清，計入收款門市當日的款項；現金不算消費，不累積任何積分或成長值，取消、逾期或退回時由原收款門市按原方式全額退還；中獎所得的禮品不收現金。",
                        "Members redeem points for goods and services: an order holds points and pieces, the pick-up code"
                                + " at an allowed store spends them; what is cancelled or not picked up goes back to the"
                                + " lots it came from; points that expired meanwhile lapse or are given anew, as stated. A reward may cost money"
                                + " beside its points: it is paid in full with the order, into the till of the store that takes it that day;"
                                + " it is no purchase and earns nothing; when the order is cancelled, not picked up or taken back, that store"
                                + " gives all of it back the way it was paid. What is won costs no money."));
    }
}
