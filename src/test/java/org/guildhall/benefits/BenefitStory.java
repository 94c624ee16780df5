package org.guildhall.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.benefits.BenefitsGround.fen;
import static org.guildhall.testing.Answers.lawsHold;
import static org.guildhall.testing.Answers.ok;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.Birthday;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestStaff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Benefits over HTTP: what a tier entitles to, uses with and without a code, each kind in its way. */
@GuildhallTest
@Import({BenefitsGround.class, BenefitsGround.Desks.class, BenefitsGround.Rules.class})
class BenefitStory {

    @Autowired
    TestStaff staff;

    @Autowired
    BenefitsGround ground;

    @Autowired
    MovableClock clock;

    @Test
    void a_tier_entitles_a_quota_ends_and_what_is_taken_back_can_be_used_again() {
        var clerk = staff.logIn(staff.hire("store", ground.store()));
        var member = ground.gold();
        var before = entitlement(clerk, member, "car-wash");
        assertThat(before.path("grounds").path(0).path("by").asString()).isEqualTo("tier");
        assertThat(before.path("left").path("left").asInt()).isEqualTo(3);
        var first = ok(clerk.post("/api/benefits/uses", ground.wish(member, "car-wash"), "u-1"))
                .json();
        assertThat(first.path("cost").path("minor").asLong()).isEqualTo(3_000);
        assertThat(ok(clerk.post("/api/benefits/uses", ground.wish(member, "car-wash"), "u-1"))
                        .json())
                .isEqualTo(first);
        assertThat(clerk.post("/api/benefits/uses", ground.wish(member, "queue"), "u-1")
                        .code())
                .isEqualTo("benefits.act-differs");
        ok(clerk.post("/api/benefits/uses", ground.wish(member, "car-wash"), "u-2"));
        ok(clerk.post("/api/benefits/uses", ground.wish(member, "car-wash"), "u-3"));
        var over = clerk.post("/api/benefits/uses", ground.wish(member, "car-wash"), "u-4");
        assertThat(over.code()).isEqualTo("benefits.quota-used-up");
        assertThat(entitlement(clerk, member, "car-wash")
                        .path("hindrance")
                        .path("why")
                        .asString())
                .isEqualTo("used-up");
        var path = "/api/benefits/uses/" + first.path("id").asString();
        var reason = Map.of("reason", "机器坏了");
        var back = ok(clerk.post(path + "/take-back", reason, "t-1"));
        assertThat(ok(clerk.post(path + "/take-back", reason, "t-1")).text()).isEqualTo(back.text());
        assertThat(clerk.post(path + "/take-back", reason, "t-2").code()).isEqualTo("benefits.taken-back-already");
        ok(clerk.post("/api/benefits/uses", ground.wish(member, "car-wash"), "u-5"));
        assertThat(ok(clerk.get("/api/benefits/uses?member=" + member)).json().path("items"))
                .hasSize(4);
        assertThat(ok(clerk.get("/api/benefits/uses?state=taken-back&member=" + member))
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(ok(clerk.get("/api/members/" + member + "/timeline")).text())
                .contains("benefits.used", "benefits.taken-back");
        lawsHold(staff.logIn("lead"), "benefits.entitled");
    }

    @Test
    void a_one_time_code_is_good_for_its_member_its_benefit_its_minutes_and_one_use() {
        var service = staff.logIn("svc");
        var clerk = staff.logIn(staff.hire("store", ground.store()));
        var member = ground.member();
        var other = ground.gold();
        assertThat(service.post("/api/benefits/codes", code(member, "course"), "c-0")
                        .code())
                .isEqualTo("benefits.not-entitled");
        ground.person(member, "course", 30);
        ground.person(other, "course", 30);
        assertThat(clerk.post("/api/benefits/uses", ground.wish(member, "course"), "cu-0")
                        .code())
                .isEqualTo("benefits.code-required");
        var issued = ok(service.post("/api/benefits/codes", code(member, "course"), "c-1"));
        assertThat(ok(service.post("/api/benefits/codes", code(member, "course"), "c-1"))
                        .text())
                .isEqualTo(issued.text());
        var code = issued.json().path("code").asString();
        assertThat(clerk.post("/api/benefits/codes/check", check("0000-0000", null))
                        .code())
                .isEqualTo("benefits.code-unknown");
        assertThat(clerk.post("/api/benefits/codes/check", check(wrong(code), null))
                        .code())
                .isEqualTo("benefits.code-mistyped");
        assertThat(clerk.post("/api/benefits/codes/check", check(code, other)).code())
                .isEqualTo("benefits.code-of-another");
        var checked = ok(clerk.post("/api/benefits/codes/check", check(code.replace("-", ""), null)))
                .json();
        assertThat(checked.path("member").asString()).isEqualTo(member.toString());
        assertThat(checked.path("entitlement")
                        .path("grounds")
                        .path(0)
                        .path("reason")
                        .asString())
                .isEqualTo("补偿");
        var withCode = new HashMap<String, Object>(Map.of("store", ground.store(), "code", code));
        withCode.put("benefit", "queue");
        assertThat(clerk.post("/api/benefits/uses", withCode, "cu-1").code())
                .isEqualTo("benefits.code-for-another-benefit");
        withCode.remove("benefit");
        var used = ok(clerk.post("/api/benefits/uses", withCode, "cu-2")).json();
        assertThat(used.path("by").asString()).isEqualTo("person");
        assertThat(used.path("withCode").asBoolean()).isTrue();
        assertThat(clerk.post("/api/benefits/uses", withCode, "cu-3").code()).isEqualTo("benefits.code-used");
        var late = ok(service.post("/api/benefits/codes", code(other, "course"), "c-2"))
                .json()
                .path("code")
                .asString();
        var start = clock.instant();
        clock.advance(Duration.ofMinutes(10));
        try {
            assertThat(clerk.post("/api/benefits/codes/check", check(late, null))
                            .code())
                    .isEqualTo("benefits.code-expired");
        } finally {
            clock.moveTo(start);
        }
        lawsHold(staff.logIn("lead"), "benefits.entitled");
    }

    @Test
    void kinds_behave_each_in_their_way() {
        var clerk = staff.logIn(staff.hire("store", ground.store()));
        var day = staff.today();
        var member = ground.gold(ground.member(Birthday.solar(day.minusYears(30).plusDays(2))));
        ground.plan(member);
        var rest = new HashMap<>(ground.wish(member, "rest"));
        rest.put("guests", 3);
        assertThat(clerk.post("/api/benefits/uses", rest, "k-1").text()).contains("guests", "within-limit");
        rest.put("guests", 2);
        assertThat(ok(clerk.post("/api/benefits/uses", rest, "k-2"))
                        .json()
                        .path("cost")
                        .path("minor")
                        .asLong())
                .isEqualTo(15_000);
        var off = new HashMap<>(ground.wish(member, "off"));
        assertThat(clerk.post("/api/benefits/uses", off, "k-3").text()).contains("applyTo", "required");
        off.put("applyTo", fen(9_999));
        var taken = ok(clerk.post("/api/benefits/uses", off, "k-4")).json();
        assertThat(taken.path("cost").path("minor").asLong()).as("rounded down").isEqualTo(999);
        assertThat(taken.path("by").asString()).isEqualTo("plan");
        off.put("applyTo", fen(90_000));
        assertThat(ok(clerk.post("/api/benefits/uses", off, "k-5"))
                        .json()
                        .path("cost")
                        .path("minor")
                        .asLong())
                .as("up to the ceiling")
                .isEqualTo(2_000);
        ok(clerk.post("/api/benefits/uses", ground.wish(member, "cake"), "k-6"));
        assertThat(clerk.post("/api/benefits/uses", ground.wish(member, "cake"), "k-7")
                        .code())
                .isEqualTo("benefits.quota-used-up");
        var far = ground.gold(ground.member(Birthday.solar(day.minusYears(30).plusDays(60))));
        assertThat(clerk.post("/api/benefits/uses", ground.wish(far, "cake"), "k-8")
                        .code())
                .isEqualTo("benefits.not-the-birthday");
        var unknown = ground.gold();
        assertThat(clerk.post("/api/benefits/uses", ground.wish(unknown, "cake"), "k-9")
                        .code())
                .isEqualTo("benefits.birthday-unknown");
        assertThat(clerk.post("/api/benefits/uses", ground.wish(unknown, "nothing"), "k-10")
                        .code())
                .isEqualTo("benefits.unknown-benefit");
        lawsHold(staff.logIn("lead"), "benefits.entitled");
    }

    @Test
    void who_guesses_codes_waits_and_nobody_else_does() {
        var service = staff.logIn("svc");
        var guesser = staff.logIn(staff.hire("store", ground.store()));
        var member = ground.gold();
        ground.person(member, "course", 30);
        var code = ok(service.post("/api/benefits/codes", code(member, "course"), "g-1"))
                .json()
                .path("code")
                .asString();
        var use = new HashMap<String, Object>(Map.of("store", ground.store(), "code", "0000-0000"));
        for (int i = 0; i < 5; i++) {
            assertThat(guesser.post("/api/benefits/codes/check", check(wrong(code), null))
                            .code())
                    .as("a slip of the finger is no guess")
                    .isEqualTo("benefits.code-mistyped");
            var guess = i % 2 == 0
                    ? guesser.post("/api/benefits/codes/check", check("0000-0000", null))
                    : guesser.post("/api/benefits/uses", use, "g-use-" + i);
            assertThat(guess.code()).isEqualTo("benefits.code-unknown");
        }
        var waits = guesser.post("/api/benefits/codes/check", check(code, null));
        assertThat(waits.code()).isEqualTo("benefits.too-many-codes");
        assertThat(waits.status()).isEqualTo(429);
        use.put("code", code);
        assertThat(guesser.post("/api/benefits/uses", use, "g-use").code()).isEqualTo("benefits.too-many-codes");
        ok(staff.logIn(staff.hire("store", ground.store())).post("/api/benefits/codes/check", check(code, null)));
        var start = clock.instant();
        clock.advance(Duration.ofMinutes(16));
        try {
            assertThat(guesser.post("/api/benefits/codes/check", check("0000-0000", null))
                            .code())
                    .isEqualTo("benefits.code-unknown");
        } finally {
            clock.moveTo(start);
        }
    }

    private static String wrong(String code) {
        char last = code.charAt(code.length() - 1);
        return code.substring(0, code.length() - 1) + (last == '7' ? '8' : '7');
    }

    private static Map<String, Object> code(MemberId member, String benefit) {
        return Map.of("member", member, "benefit", benefit);
    }

    private Map<String, Object> check(String code, @Nullable MemberId member) {
        var body = new HashMap<String, Object>(Map.of("store", ground.store(), "code", code));
        if (member != null) {
            body.put("member", member);
        }
        return body;
    }

    private static JsonNode entitlement(Client client, MemberId member, String benefit) {
        for (var one : ok(client.get("/api/benefits/members/" + member)).json()) {
            if (one.path("benefit").asString().equals(benefit)) {
                return one;
            }
        }
        throw new AssertionError("not entitled to " + benefit);
    }
}
