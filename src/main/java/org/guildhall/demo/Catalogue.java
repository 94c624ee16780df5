package org.guildhall.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The benefits the demo company promises: who has them, how often, and what a use costs. */
final class Catalogue {

    private static final String CLAUSE = "4.11";
    private static final List<String> HIGH = List.of("gold", "diamond");
    private static final List<String> FOUNDERS = List.of("founders");

    private Catalogue() {}

    static Map<String, Object> body() {
        return Map.of(
                "plans",
                List.of(Map.of("code", "founders", "name", "创始会员"), Map.of("code", "partners", "name", "企业伙伴")),
                "codeMinutes",
                10,
                "benefits",
                List.of(
                        of("birthday-gift", "生日礼盒", gift(), every(1, "BIRTHDAY"), List.of("silver", "gold", "diamond")),
                        of("garment-care", "免费衣物护理", care(), every(2, "QUARTER"), HIGH),
                        of("lounge", "会员休息室", lounge(), every(4, "MONTH"), HIGH),
                        of("priority-till", "优先收银", priority(), unlimited(), HIGH),
                        withPlans(of("alterations", "改衣八五折", discount(), every(6, "YEAR"), List.of("diamond"))),
                        coded(of("tea-course", "茶艺课名额", course(), every(1, "MEMBERSHIP_YEAR"), List.of("diamond"))),
                        founders(of("founders-price", "创始会员价", purchase(3, 60), unlimited(), List.of())),
                        of(
                                "home-day",
                                "家居日",
                                purchase(12, 80, "家居日用"),
                                every(3, "QUARTER"),
                                List.of("silver", "gold", "diamond"))));
    }

    private static Map<String, Object> of(
            String code, String name, Map<String, Object> offer, Map<String, Object> quota, List<String> tiers) {
        var benefit = new HashMap<String, Object>();
        benefit.put("code", code);
        benefit.put("name", name);
        benefit.put("clause", CLAUSE);
        benefit.put("offer", offer);
        benefit.put("quota", quota);
        benefit.put("tiers", tiers);
        benefit.put("plans", code.equals("lounge") ? FOUNDERS : List.of());
        benefit.put("needsCode", false);
        return benefit;
    }

    private static Map<String, Object> withPlans(Map<String, Object> benefit) {
        benefit.put("plans", List.of("founders", "partners"));
        return benefit;
    }

    private static Map<String, Object> founders(Map<String, Object> benefit) {
        benefit.put("plans", FOUNDERS);
        return benefit;
    }

    private static Map<String, Object> unlimited() {
        return Map.of("kind", "unlimited");
    }

    private static Map<String, Object> purchase(int percent, long ceiling, String... categories) {
        return Map.of(
                "kind",
                "purchase-discount",
                "percent",
                percent,
                "ceiling",
                yuan(ceiling),
                "categories",
                List.of(categories));
    }

    private static Map<String, Object> coded(Map<String, Object> benefit) {
        benefit.put("needsCode", true);
        return benefit;
    }

    private static Map<String, Object> every(int times, String period) {
        return Map.of("kind", "limited", "times", times, "period", period);
    }

    private static Map<String, Object> gift() {
        return Map.of("kind", "birthday-gift", "item", "点心礼盒", "daysBefore", 7, "daysAfter", 14, "cost", yuan(58));
    }

    private static Map<String, Object> care() {
        return Map.of("kind", "free-service", "service", "干洗一件", "cost", yuan(25));
    }

    private static Map<String, Object> lounge() {
        return Map.of("kind", "lounge", "place", "二楼休息室", "guests", 2, "cost", yuan(18));
    }

    private static Map<String, Object> priority() {
        return Map.of("kind", "priority", "queue", "收银台", "cost", yuan(0));
    }

    private static Map<String, Object> discount() {
        return Map.of("kind", "discount", "percent", 15, "ceiling", yuan(60));
    }

    private static Map<String, Object> course() {
        return Map.of("kind", "training-place", "course", "茶艺入门课", "cost", yuan(120));
    }

    private static Map<String, Object> yuan(long yuan) {
        return Map.of("minor", yuan * 100, "currency", "CNY");
    }
}
