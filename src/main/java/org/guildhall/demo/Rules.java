package org.guildhall.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guildhall.access.Access;
import org.guildhall.access.StaffDirectory;
import org.guildhall.kernel.Actor;
import org.guildhall.loyalty.SimulationQuery;
import org.guildhall.loyalty.Simulations;
import org.guildhall.loyalty.StartSimulation;
import org.guildhall.policies.FoundingPolicies;
import org.guildhall.policies.PolicyDesk;
import org.guildhall.policies.SaveDraft;
import org.springframework.stereotype.Component;

/** The rules the demo company has lived by: a plain one first, a richer one since eighteen months ago, a draft on the desk. */
@Component
class Rules {

    private static final String EARNING = "loyalty.earning";
    private static final String STORED_VALUE = "prepaid.rules";
    private static final String CHECKOUT = "checkout.rules";

    private final FoundingPolicies founding;
    private final PolicyDesk desk;
    private final StaffDirectory staff;
    private final Access access;
    private final Simulations simulations;

    Rules(FoundingPolicies founding, PolicyDesk desk, StaffDirectory staff, Access access, Simulations simulations) {
        this.simulations = simulations;
        this.founding = founding;
        this.desk = desk;
        this.staff = staff;
        this.access = access;
    }

    /** Enters what the company has lived by: who may share a mobile, the former and the present earning rule, in the caller's transaction. */
    void establish(DemoStory story) {
        founding.establish(
                "members.identity", Map.of("shareMobile", true, "mostSharing", 4), story.opening(), "家中老人与子女可共用手机");
        founding.establish(EARNING, earning(plain()), story.opening(), "开业积分规则：消费一元积一分");
        founding.establish(STORED_VALUE, storedValue(), story.opening(), "储值规则：满五百起送，法定限额与退款规则");
        founding.establish("prepaid.issuer", issuer(story), story.opening(), "预收资金：规模发卡企业，近两年主营业务收入，用到八成提醒");
        founding.establish(CHECKOUT, checkout(), story.opening(), "收银规则：银卡九八折、金卡九五折、钻石卡九折，茶酒滋补除外，再减会员权益与优惠券，积分可抵一半");
        founding.establish("benefits.catalogue", Catalogue.body(), story.opening(), "权益目录：生日礼、护理、休息室、优先、改衣折扣、茶艺课与购物折扣");
        founding.establish(
                "cashback.rates", Recommending.rates(), Recommending.since(story), "消费返利：全部商品千分之八，会员日与金卡以上更多");
        founding.establish(
                "cashback.distribution", Recommending.distribution(), Recommending.since(story), "分销两级：百分之二与千分之五，只按商品");
        founding.establish(
                "approvals.authority", authority(), story.opening(), "审批权限：手工二千分、延期一千分、钻石卡起由主管复核，佣金发放、关账与重开须两人");
        founding.establish("loyalty.occasions", Greetings.rules(), Greetings.since(story), "消费以外的积分：签到、完善资料、问卷与推荐入会");
        founding.establish(EARNING, earning(rich()), story.ruleChange(), "第二版积分规则：生日月双倍、茶酒滋补加赠、首单奖励");
    }

    /** Leaves a draft on the operations supervisor's desk, once. */
    void draft() {
        if (desk.get(EARNING).draft() != null) {
            return;
        }
        var ops = staff.byUsername("ops").orElseThrow();
        var rules = rich();
        rules.add(rule(
                "members-day",
                "周二会员日双倍积分",
                List.of(Map.of("kind", "weekday", "days", List.of("TUESDAY"))),
                Map.of("kind", "multiplier", "factor", 2)));
        access.runAs(new Actor.Staff(ops, "周若岚"), () -> desk.save(EARNING, new SaveDraft(earning(rules), 0)));
    }

    private static Map<String, Object> authority() {
        return Map.of(
                "rows",
                List.of(
                        needsASecondPair("adjustments.points", 2_000),
                        needsASecondPair("adjustments.expiry", 1_000),
                        needsASecondPair("adjustments.tier", 4),
                        needsASecondPair("adjustments.batch-grant", 20_000),
                        needsASecondPair("adjustments.batch-grant-undo", 20_000),
                        needsASecondPair("adjustments.expiry-run-undo", 20_000),
                        needsASecondPair("adjustments.review-run-undo", 10),
                        needsASecondPair("cashback.payout", 0),
                        needsASecondPair("cashback.payout-reversal", 0),
                        needsASecondPair("finance.close", 0),
                        needsASecondPair("finance.reopen", 0)));
    }

    private static Map<String, Object> needsASecondPair(String act, long from) {
        var step = Map.of("mode", "any", "posts", List.of("lead", "ops"), "hours", 48, "overdue", "return");
        var steps = new java.util.HashMap<String, Object>(step);
        steps.put("escalateTo", "lead");
        return Map.of("act", act, "from", from, "steps", List.of(steps));
    }

    /** Has the supervisor's draft tried on the last year, once; it is worked out in the background. */
    void simulate() {
        var draft = desk.get(EARNING).draft();
        if (draft == null
                || !simulations
                        .list(new SimulationQuery(EARNING, null, 1))
                        .items()
                        .isEmpty()) {
            return;
        }
        var ops = new Actor.Staff(staff.byUsername("ops").orElseThrow(), "周若岚");
        access.runAs(ops, () -> simulations.start(new StartSimulation(EARNING, draft.revision(), null, null, null)));
    }

    private static Map<String, Object> checkout() {
        return Map.of(
                "order",
                List.of("TIER_DISCOUNT", "BENEFIT", "COUPON", "POINTS_AS_MONEY", "STORED_VALUE"),
                "discounts",
                List.of(
                        Map.of("tier", "silver", "percent", 2),
                        Map.of("tier", "gold", "percent", 5),
                        Map.of("tier", "diamond", "percent", 10)),
                "withoutDiscount",
                List.of("茶酒滋补"),
                "tierAndBenefit",
                "BOTH",
                "rounding",
                "DOWN",
                "points",
                Map.of(
                        "allowed",
                        true,
                        "per",
                        100,
                        "worth",
                        yuan(1),
                        "least",
                        100,
                        "step",
                        100,
                        "mostShare",
                        50,
                        "withoutPoints",
                        List.of(),
                        "earns",
                        false),
                "moneyBack",
                "IN_PROPORTION",
                "mostPerSale",
                yuan(50_000));
    }

    private static Map<String, Object> storedValue() {
        return Map.of(
                "ladder",
                List.of(step(500, 30), step(1_000, 80), step(3_000, 300)),
                "spending",
                "IN_PROPORTION",
                "oddFen",
                "FROM_BONUS",
                "caps",
                Map.of(
                        "named",
                        yuan(5_000),
                        "unnamed",
                        yuan(1_000),
                        "countsBonus",
                        true,
                        "source",
                        "商务部令 2012 年第 9 号（单用途商业预付卡管理办法）第十八条"),
                "refunds",
                refunds(),
                "transfers",
                Map.of("allowed", true, "mostAtOnce", yuan(500), "mostPerDay", yuan(1_000)),
                "lockMinutes",
                30,
                "identityYears",
                5);
    }

    /** A company whose income lets it hold a good deal more than its members paid in, however many there are. */
    private static Map<String, Object> issuer(DemoStory story) {
        int last = story.today().getYear() - 1;
        return Map.of(
                "issuer",
                "SCALE",
                "classes",
                List.of(share("SCALE", 40, 20), share("GROUP", 30, 30), share("BRAND", 40, 40), share("OTHER", 40, 0)),
                "incomes",
                List.of(income(last - 1, story, 150), income(last, story, 180)),
                "warnFromPercent",
                80,
                "beyond",
                "REFUSE",
                "noticeDays",
                30,
                "endings",
                List.of(),
                "byTransfer",
                Map.of("organisation", yuan(5_000), "person", yuan(50_000)),
                "source",
                "商务部令 2012 年第 9 号（单用途商业预付卡管理办法）第二十五条（预收资金上限）、第二十六条（存管比例），终止兑付前至少三十日公示");
    }

    private static Map<String, Object> share(String issuer, int cap, int custody) {
        return Map.of("issuer", issuer, "capPercent", cap, "custodyPercent", custody);
    }

    private static Map<String, Object> income(int year, DemoStory story, long perMember) {
        return Map.of("yearEnd", year + "-12-31", "amount", yuan(1_200_000 + perMember * story.members()));
    }

    private static Map<String, Object> refunds() {
        return Map.of(
                "days",
                7,
                "barredIfKnown",
                true,
                "withoutReason",
                "DISCOUNTED",
                "consumer",
                "UNDISCOUNTED",
                "alone",
                yuan(2_000),
                "noticed",
                2,
                "noticedDays",
                90,
                "source",
                "法释〔2025〕4 号 第十四、十八、十九、二十条，2025-05-01 起");
    }

    private static Map<String, Object> step(long from, long bonus) {
        return Map.of("from", yuan(from), "bonus", yuan(bonus));
    }

    private static Map<String, Object> yuan(long yuan) {
        return Map.of("minor", yuan * 100, "currency", "CNY");
    }

    private static List<Map<String, Object>> plain() {
        var rules = new ArrayList<Map<String, Object>>();
        rules.add(rule("base-points", "消费一元积一分", List.of(), Map.of("kind", "points-per-money", "perUnit", 1)));
        rules.add(rule("base-growth", "消费一元得一点成长值", List.of(), Map.of("kind", "growth-per-money", "perUnit", 1)));
        return rules;
    }

    private static List<Map<String, Object>> rich() {
        var rules = plain();
        rules.add(rule(
                "birthday-month",
                "生日月双倍积分",
                List.of(Map.of("kind", "birthday-month")),
                Map.of("kind", "multiplier", "factor", 2)));
        rules.add(rule(
                "tea-and-tonics",
                "茶酒滋补一点五倍积分",
                List.of(Map.of("kind", "category", "categories", List.of("茶酒滋补"))),
                Map.of("kind", "multiplier", "factor", new BigDecimal("1.5"))));
        rules.add(rule(
                "first-purchase",
                "首单奖励二百积分",
                List.of(Map.of("kind", "first-purchase")),
                Map.of("kind", "fixed-points", "points", 200)));
        return rules;
    }

    private static Map<String, Object> rule(
            String code, String name, List<Map<String, Object>> when, Map<String, Object> effect) {
        return Map.of("code", code, "name", name, "when", when, "effect", effect);
    }

    private static Map<String, Object> earning(List<Map<String, Object>> rules) {
        return Map.of(
                "rules",
                rules,
                "stacking",
                "BEST",
                "rounding",
                "DOWN",
                "caps",
                Map.of(),
                "currencies",
                List.of(Map.of("currency", "CNY", "rate", 1)));
    }
}
