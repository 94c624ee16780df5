package org.guildhall.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guildhall.kernel.MemberId;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp.Answer;
import org.guildhall.testing.TestMembers;
import org.guildhall.testing.TestStaff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A ladder by formula as staff meet it: a yuan spent counts one, a purchase counts fifty. */
@GuildhallTest
@TestPropertySource(properties = "guildhall.test.company=tiers-by-formula")
class TiersByFormulaStory {

    private static final String DRAFT = "/api/policies/loyalty.tiers/draft";
    private static final List<Map<String, Object>> FORMULA =
            List.of(Map.of("measure", "SPEND", "weight", 1), Map.of("measure", "VISITS", "weight", 50));

    @Autowired
    TestStaff staff;

    @Autowired
    TestMembers members;

    @Test
    void a_formula_lifts_says_what_is_missing_and_counts_down_with_returns() {
        publish(body("FORMULA", FORMULA));
        var member = members.since(LocalDate.of(2026, 1, 5));

        buy(member, "first", 10_050);
        var low = standing(member);
        assertThat(low.path("tier").asString()).isEqualTo("regular");
        assertThat(low.path("measure").asString()).isEqualTo("FORMULA");
        assertThat(low.path("qualifying").asLong()).as("100.50 + 50").isEqualTo(150);

        buy(member, "second", 9_940);
        var standing = standing(member);
        assertThat(standing.path("tier").asString()).isEqualTo("silver");
        assertThat(standing.path("qualifying").asLong())
                .as("199.90 + 2 × 50, rounded down once")
                .isEqualTo(299);
        var next = standing.path("next");
        assertThat(next.path("tier").asString()).isEqualTo("gold");
        assertThat(next.path("missing").asLong()).isEqualTo(701);
        assertThat(next.path("spend").path("minor").asLong())
                .as("one purchase brings its own fifty")
                .isEqualTo(65_010);
        assertThat(next.path("terms").size()).isEqualTo(2);
        assertThat(next.path("terms").get(0).path("spend").path("minor").asLong())
                .isEqualTo(70_010);
        assertThat(next.path("terms").get(1).path("measure").asString()).isEqualTo("VISITS");
        assertThat(next.path("terms").get(1).path("amount").asLong()).isEqualTo(15);
        assertThat(standing.path("keep").path("missing").asLong())
                .as("what gave the tier does not also keep it")
                .isPositive();
        assertThat(standing.path("why")
                        .path("parts")
                        .valueStream()
                        .map(part -> part.path("code").asString())
                        .toList())
                .contains("loyalty.standing.by-spend", "loyalty.standing.by-visits");

        giveBack(member, "second");
        assertThat(standing(member).path("tier").asString()).isEqualTo("regular");
        assertThat(standing(member).path("qualifying").asLong()).isEqualTo(150);
    }

    @Test
    void a_formula_that_cannot_be_is_refused_with_its_field_rule_and_remedy() {
        refused(body("FORMULA", null), "formula", "formula-needed");
        refused(body("FORMULA", List.of()), "formula", "formula-needed");
        refused(body("SPEND", FORMULA), "formula", "formula-not-asked-for");
        refused(body("FORMULA", List.of(FORMULA.get(0), FORMULA.get(0))), "formula[1].measure", "once-in-the-formula");
        refused(body("FORMULA", terms("SPEND", 0)), "formula[0].weight", "some-weight-above-zero");
        refused(body("FORMULA", terms("SPEND", -1)), "formula[0].weight", "decimal-min");
        refused(body("FORMULA", terms("SPEND", 0.1234)), "formula[0].weight", "digits");
        refused(body("FORMULA", terms("FORMULA", 1)), "formula[0].measure", "one-of");
        refused(body("FORMULA", terms("SPEND", "one")), "formula[0].weight", "type");
    }

    private void refused(Map<String, Object> body, String field, String rule) {
        var ops = staff.logIn("ops");
        var said = new HashSet<String>();
        for (var language : List.of("zh-CN", "zh-TW", "en")) {
            var command = Map.of("body", body, "expectedRevision", 0);
            var answer = ops.send("PUT", DRAFT, command, Map.of("Accept-Language", language));
            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("policies.invalid-policy");
            assertThat(answer.json().path("fields").valueStream())
                    .as(answer.text())
                    .anySatisfy(broken -> {
                        assertThat(broken.path("field").asString()).isEqualTo(field);
                        assertThat(broken.path("rule").asString()).isEqualTo(rule);
                    });
            var detail = answer.json().path("detail").asString();
            assertThat(detail).contains("[" + field + "] ");
            said.add(detail);
        }
        assertThat(said).as("told in the language of the caller").hasSize(3);
    }

    private static List<Map<String, Object>> terms(String measure, Object weight) {
        return List.of(Map.of("measure", measure, "weight", weight));
    }

    private static Map<String, Object> body(String measure, @Nullable Object formula) {
        var body = new LinkedHashMap<String, Object>();
        body.put("ladder", List.of(tier("regular", 0), tier("silver", 200), tier("gold", 1_000)));
        body.put("measure", measure);
        if (formula != null) {
            body.put("formula", formula);
        }
        body.put("window", Map.of("kind", "rolling-months", "months", 12));
        body.put("validity", Map.of("kind", "months", "months", 12));
        body.put("review", "ONE_DOWN");
        body.put("graceDays", 0);
        body.put("introduction", "AT_ONCE");
        return body;
    }

    private static Map<String, Object> tier(String code, long threshold) {
        return Map.of("code", code, "name", code, "threshold", threshold, "multiplier", 1);
    }

    private void publish(Map<String, Object> body) {
        ok(staff.logIn("ops").put(DRAFT, Map.of("body", body, "expectedRevision", 0)));
        var publication = Map.of("revision", 1, "effectiveFrom", staff.today().toString(), "reason", "按消费与次数");
        ok(staff.logIn("lead").post(DRAFT + "/publish", publication));
    }

    private void buy(MemberId member, String number, long minor) {
        ok(staff.logIn("lead")
                .post(
                        "/api/purchases",
                        Map.of(
                                "source",
                                "till",
                                "number",
                                number + member,
                                "member",
                                member.toString(),
                                "occurredAt",
                                MovableClock.START.minusSeconds(60).toString(),
                                "total",
                                Map.of("minor", minor, "currency", "CNY"))));
    }

    private void giveBack(MemberId member, String number) {
        ok(staff.logIn("lead")
                .post(
                        "/api/returns",
                        Map.of(
                                "source",
                                "till",
                                "number",
                                "back-" + number + member,
                                "purchaseNumber",
                                number + member,
                                "member",
                                member.toString())));
    }

    private JsonNode standing(MemberId member) {
        return ok(staff.logIn("lead").get("/api/loyalty/members/" + member + "/standing"))
                .json();
    }

    private static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }
}
