package org.guildhall.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.testing.Answers.lawsHold;
import static org.guildhall.testing.Answers.ok;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.UnitId;
import org.guildhall.members.MemberStatus;
import org.guildhall.members.Members;
import org.guildhall.members.Transition;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Benefits over HTTP: what is given by hand and taken away, what all of it cost, and what an erased member leaves. */
@GuildhallTest
@Import({BenefitsGround.class, BenefitsGround.Desks.class, BenefitsGround.Rules.class})
class BenefitGrantStory {

    @Autowired
    TestStaff staff;

    @Autowired
    BenefitsGround ground;

    @Autowired
    Members members;

    @Test
    void what_is_given_by_hand_runs_on_its_days_until_it_is_taken_away() {
        var service = staff.logIn("svc");
        var clerk = staff.logIn(staff.hire("store", ground.store()));
        var member = ground.member();
        var give = new HashMap<String, Object>();
        give.put("member", member);
        give.put("kind", "person");
        give.put("code", "car-wash");
        give.put("reason", "等候补偿");
        assertThat(service.post("/api/benefits/grants", give, "g-1").text()).contains("lastDay", "required");
        give.put("lastDay", staff.today().plusDays(1));
        var given = ok(service.post("/api/benefits/grants", give, "g-2"));
        assertThat(ok(service.post("/api/benefits/grants", give, "g-2")).text()).isEqualTo(given.text());
        assertThat(clerk.post("/api/benefits/grants", give, "g-3").code()).isEqualTo("access.denied");
        ok(clerk.post("/api/benefits/uses", ground.wish(member, "car-wash"), "gu-1"));
        var path = "/api/benefits/grants/" + given.json().path("id").asString() + "/revoke";
        assertThat(ok(service.post(path, Map.of("reason", "误发"), "g-4"))
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("revoked");
        assertThat(service.post(path, Map.of("reason", "误发"), "g-5").code()).isEqualTo("benefits.grant-ended");
        assertThat(clerk.post("/api/benefits/uses", ground.wish(member, "car-wash"), "gu-2")
                        .code())
                .isEqualTo("benefits.not-entitled");
        var plan = Map.of("member", member, "kind", "plan", "code", "founders", "reason", "创始");
        ok(service.post("/api/benefits/grants", plan, "g-6"));
        var use = ok(clerk.post("/api/benefits/uses", ground.wish(member, "car-wash"), "gu-3"))
                .json();
        assertThat(use.path("by").asString()).isEqualTo("plan");
        assertThat(service.post(
                                "/api/benefits/grants",
                                Map.of("member", member, "kind", "plan", "code", "none", "reason", "x"),
                                "g-7")
                        .code())
                .isEqualTo("benefits.unknown-plan");
        assertThat(ok(service.get("/api/benefits/grants?member=" + member))
                        .json()
                        .path("items"))
                .hasSize(2);
        assertThat(ok(service.get("/api/benefits/grants?state=revoked&member=" + member))
                        .json()
                        .path("items"))
                .hasSize(1);
        lawsHold(staff.logIn("lead"), "benefits.entitled");
    }

    @Test
    void costs_are_told_by_benefit_tier_store_and_month_within_reach() {
        var lead = staff.logIn("lead");
        var store = staff.open(UnitKind.STORE, staff.company());
        var clerk = staff.logIn(staff.hire("store", store));
        var member = ground.gold();
        var use = Map.of("store", store, "member", member, "benefit", "car-wash");
        assertThat(clerk.post("/api/benefits/uses", use, "r-0").status())
                .as("a member of another branch, without a code")
                .isEqualTo(404);
        ok(lead.post("/api/benefits/uses", use, "r-1"));
        ok(lead.post("/api/benefits/uses", use, "r-2"));
        var last = ok(lead.post("/api/benefits/uses", use, "r-3")).json();
        ok(lead.post("/api/benefits/uses/" + last.path("id").asString() + "/take-back", Map.of("reason", "误记"), "r-4"));
        for (var by : List.of("benefit", "tier", "store", "month")) {
            var rows = ok(clerk.get("/api/benefits/costs?by=" + by)).json();
            assertThat(rows).as(by).hasSize(1);
            assertThat(rows.path(0).path("uses").asLong()).isEqualTo(2);
            assertThat(rows.path(0).path("cost").path("minor").asLong()).isEqualTo(6_000);
        }
        assertThat(ok(clerk.get("/api/benefits/costs?by=tier"))
                        .json()
                        .path(0)
                        .path("key")
                        .asString())
                .isEqualTo("gold");
        costsStoreByStore(lead, store, ground.store());
        var listed = ok(clerk.get("/api/benefits/uses?state=standing")).json().path("items");
        assertThat(listed).as("the report's uses").hasSize(2);
        var outside = Map.of("store", ground.store(), "member", member, "benefit", "car-wash");
        assertThat(clerk.post("/api/benefits/uses", outside, "r-5").code()).isEqualTo("benefits.store-out-of-reach");
        var export = Map.of("query", Map.of("store", store), "format", "CSV", "reason", "核对", "language", "en");
        assertThat(lead.post("/api/benefits/uses/export", export).status()).isEqualTo(202);
        lawsHold(staff.logIn("lead"), "benefits.entitled");
    }

    /** The report by benefit, each store by store, and the same as a file. */
    private void costsStoreByStore(Client lead, UnitId store, UnitId other) {
        ok(lead.post(
                "/api/benefits/uses",
                Map.of("store", other, "member", ground.gold(), "benefit", "car-wash"),
                "r-6" + store));
        var rows = ok(lead.get("/api/benefits/costs?by=benefit&eachStore=true&benefit=car-wash"))
                .json();
        var here = StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.path("store").asString().equals(store.toString()))
                .toList();
        assertThat(here).hasSize(1);
        assertThat(here.getFirst().path("uses").asLong()).isEqualTo(2);
        assertThat(here.getFirst().path("cost").path("minor").asLong()).isEqualTo(6_000);
        assertThat(rows.size()).as("other stores have rows of their own").isGreaterThan(1);
        var whole =
                ok(lead.get("/api/benefits/costs?by=benefit&benefit=car-wash")).json();
        assertThat(whole).hasSize(1);
        assertThat(StreamSupport.stream(rows.spliterator(), false)
                        .mapToLong(row -> row.path("cost").path("minor").asLong())
                        .sum())
                .as("the stores make the whole")
                .isEqualTo(whole.path(0).path("cost").path("minor").asLong());
        var asked = Map.of(
                "query",
                Map.of("by", "benefit", "eachStore", true, "store", store),
                "format",
                "CSV",
                "reason",
                "核对",
                "language",
                "en");
        var job = lead.ended(ok(lead.post("/api/benefits/costs/export", asked))
                        .json()
                        .path("id")
                        .asString())
                .json();
        assertThat(job.path("result").path("fileName").asString()).startsWith("benefit-costs-");
        var file =
                lead.get("/api/downloads/" + job.path("result").path("download").asString());
        assertThat(file.text()).contains("Store", "car-wash", "60");
        assertThat(lead.post("/api/benefits/costs/export", Map.of("query", Map.of(), "format", "CSV", "reason", "核对"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void erasing_a_member_ends_what_was_given_and_forgets_the_words_about_them() {
        var member = ground.member();
        ground.plan(member);
        ground.use(member, "car-wash");
        staff.asMachine(() -> {
            members.transition(new Transition(member, MemberStatus.WITHDRAWN, "本人要求", null, null));
            members.erase(member, "本人要求");
            return true;
        });
        var lead = staff.logIn("lead");
        var given = ok(lead.get("/api/benefits/grants?member=" + member))
                .json()
                .path("items")
                .path(0);
        assertThat(given.path("state").asString()).isEqualTo("revoked");
        assertThat(given.path("reason").asString()).isEmpty();
        assertThat(lead.post("/api/benefits/uses", ground.wish(member, "car-wash"), "e-1")
                        .code())
                .isEqualTo("benefits.not-entitled");
        lawsHold(staff.logIn("lead"), "benefits.entitled");
    }
}
