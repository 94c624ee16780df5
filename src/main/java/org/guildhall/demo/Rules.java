package org.guildhall.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guildhall.access.Access;
import org.guildhall.access.StaffDirectory;
import org.guildhall.kernel.Actor;
import org.guildhall.policies.FoundingPolicies;
import org.guildhall.policies.PolicyDesk;
import org.guildhall.policies.SaveDraft;
import org.springframework.stereotype.Component;

/** The rules the demo company has lived by: a plain one first, a richer one since eighteen months ago, a draft on the desk. */
@Component
class Rules {

    private static final String EARNING = "loyalty.earning";

    private final FoundingPolicies founding;
    private final PolicyDesk desk;
    private final StaffDirectory staff;
    private final Access access;

    Rules(FoundingPolicies founding, PolicyDesk desk, StaffDirectory staff, Access access) {
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
