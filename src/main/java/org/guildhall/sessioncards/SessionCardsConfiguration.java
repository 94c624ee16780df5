package org.guildhall.sessioncards;

import org.guildhall.access.PermissionCatalogue;
import org.guildhall.policies.Clause;
import org.guildhall.policies.PolicyKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Permissions, the policy and its clause. */
@Configuration(proxyBeanMethods = false)
class SessionCardsConfiguration {

    @Bean
    PermissionCatalogue sessionCardPermissions() {
        return PermissionCatalogue.of(
                "sessioncards",
                SessionCardPermissions.READ,
                SessionCardPermissions.CONFIGURE,
                SessionCardPermissions.ARRANGE,
                SessionCardPermissions.SELL,
                SessionCardPermissions.USE,
                SessionCardPermissions.BOOK,
                SessionCardPermissions.REVERSE,
                SessionCardPermissions.EXTEND,
                SessionCardPermissions.REACTIVATE,
                SessionCardPermissions.REFUND,
                SessionCardPermissions.REFUND_LARGE,
                SessionCardPermissions.EXPORT);
    }

    @Bean
    PolicyKind<SessionCardPolicy> sessionCardPolicy() {
        return SessionCardPolicy.KIND;
    }

    @Bean
    Clause sessionCardClause() {
        return new Clause(
                "4.15",
                Clause.texts("计次卡与预约", "計次卡與預約", "Session cards and bookings"),
                Clause.texts(
                        "计次卡预付若干次服务，价款精确分摊到每一次；每次使用、预约、取消、未到、退回、延期与退款都是事实，只增不改，剩余次数不会为负。记名卡不设有效期，不记名卡有效期不短于三年；到期而有余次的，按规定的天数免费重新激活、免费延期或退款；重新激活有次数限制，此后未使用、未预约、未延期的可以撤回。预约占用时间、员工与场地，同一时间不重复预约；在规定时限前取消或改期不扣次，逾时取消与未到按规定扣次，因本店原因取消一律不扣。退款为实付减已使用：七日内无需理由，商家原因按卡价、会员原因按单次原价计算，最多扣至实付；按售卡时的规定计算，此后更改的规定不影响已售的卡；退款原路退回，并出示计算过程。不限次卡卖的是天数：期限内来几次用几次，或每天不超过约定次数，不适用前述有效期；价款按天分摊，自起始日到当日算作已过，因停业等顺延的天数补作未到，以所购天数为限；退款退未到天数的价款，不论何方原因，不足一分的归会员，七日内一次未用的全退。",
                        "計次卡預付若干次服務，價款精確分攤到每一次；每次使用、預約、取消、未到、退回、延期與退款都是事實，只增不改，剩餘次數不會為負。記名卡不設有效期，不記名卡有效期不短於三年；到期而有餘次的，按規定的天數免費重新啟用、免費延期或退款；重新啟用有次數限制，此後未使用、未預約、未延期的可以撤回。預約占用時間、員工與場地，同一時間不重複預約；在規定時限前取消或改期不扣次，逾時取消與未到按規定扣次，因本店原因取消一律不扣。退款為實付減已使用：七日內無需理由，商家原因按卡價、會員原因按單次原價計算，最多扣至實付；按售卡時的規定計算，此後更改的規定不影響已售的卡；退款原路退回，並出示計算過程。不限次卡賣的是天數：期限內來幾次用幾次，或每天不超過約定次數，不適用前述有效期；價款按天分攤，自起始日到當日算作已過，因停業等順延的天數補作未到，以所購天數為限；退款退未到天數的價款，不論何方原因，不足一分的歸會員，七日內一次未用的全退。",
                        "A session card is a number of sessions paid beforehand; its price is split over them to the fen. Each"
                                + " use, booking, cancellation, no-show, reversal, extension and refund is a fact that stays,"
                                + " and no count falls below zero. Cards of members whose identity is known have no end,"
                                + " others are good for three years at least; what is left when they end is activated again for the"
                                + " days of the rules, as often as they say, extended or refunded, all without charge; an"
                                + " activation is taken back while nothing was used, booked or extended since. A booking takes time, staff and place, none of them twice. Moved or"
                                + " cancelled in time it costs nothing; a late cancellation or a no-show takes a session where"
                                + " the rules say so, what the house cancels never does. A refund is what was paid less what"
                                + " was used: within seven days without a reason, at the card's price when the house is the"
                                + " cause, at the price without a card when the member is, never more than was paid. The"
                                + " rules the card was sold under decide it, whatever is changed later. It goes back as it"
                                + " was paid, and the calculation is shown. Of a card of unlimited use the days are sold: it is"
                                + " used as often as the member comes, or so often a day, and no shortest validity holds for it."
                                + " Its price is spread over the days, those from the first through today being used; days it"
                                + " is extended by make up for days lost, up to as many as were bought. A refund is the price"
                                + " of the days to come, whoever is the cause, the odd fen being the member's, and all of it"
                                + " within seven days if the member never came."));
    }
}
