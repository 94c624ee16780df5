package org.guildhall.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.loyalty.OccasionCalls.at;
import static org.guildhall.loyalty.OccasionCalls.checkIn;
import static org.guildhall.loyalty.OccasionCalls.codes;
import static org.guildhall.loyalty.OccasionCalls.edit;
import static org.guildhall.loyalty.OccasionCalls.occasions;
import static org.guildhall.loyalty.OccasionCalls.record;
import static org.guildhall.loyalty.OccasionCalls.refer;
import static org.guildhall.loyalty.OccasionCalls.rule;
import static org.guildhall.loyalty.OccasionCalls.spend;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Ledger;
import org.guildhall.members.MemberProfile;
import org.guildhall.policies.FoundingPolicies;
import org.guildhall.policies.Policies;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestMembers;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Members come by, tell more of themselves, answer and bring others; what it brings, why, and how it is taken back. */
@GuildhallTest
@TestPropertySource(properties = "guildhall.test.company=occasions")
class OccasionsStory {

    @Autowired
    TestStaff staff;

    @Autowired
    TestMembers members;

    @Autowired
    Ledger ledger;

    @Autowired
    Policies policies;

    @Autowired
    FoundingPolicies founding;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void rules() {
        if (policies.timeline(org.guildhall.loyalty.occasions.OccasionsPolicy.KIND)
                        .versions()
                        .size()
                > 1) {
            return;
        }
        Map<String, Object> body = Map.of(
                "rules",
                List.of(
                        rule("CHECK_IN", 5, 1, Map.of("perDay", 1)),
                        rule("PROFILE_COMPLETED", 100, 0, Map.of("ever", 1)),
                        rule("SURVEY_ANSWERED", 50, 1_200, Map.of("perMonth", 3)),
                        rule("REFERRAL", 200, 0, Map.of())),
                "profile",
                List.of("NAME", "MOBILE"),
                "streak",
                Map.of("days", 3, "points", 20),
                "daysBack",
                2,
                "referralDays",
                30);
        staff.asMachine(() -> transaction.execute(status -> {
            founding.establish("loyalty.occasions", body, LocalDate.of(2025, 1, 1), "test");
            return body;
        }));
    }

    @Test
    void a_check_in_brings_points_once_a_day_and_says_why() {
        var member = member();
        var lead = staff.logIn("lead");

        var first = checkIn(lead, member, "2026-03-01T02:00:00Z", "a");
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(first.json().path("occasion").path("points").asLong()).isEqualTo(5);
        var again = checkIn(lead, member, "2026-03-01T02:00:00Z", "a");
        assertThat(again.json().path("replayed").asBoolean()).isTrue();
        assertThat(points(member)).isEqualTo(5);

        var second = checkIn(lead, member, "2026-03-01T09:00:00Z", "b");
        assertThat(second.status()).as("recorded, and brings nothing").isEqualTo(200);
        assertThat(second.json().path("occasion").path("points").asLong()).isZero();
        assertThat(codes(second.json().path("why"))).contains("loyalty.occasion.not-day");
        var differs = checkIn(lead, member, "2026-03-01T10:00:00Z", "a");
        assertThat(differs.code()).isEqualTo("loyalty.occasion-differs");
        assertThat(points(member)).isEqualTo(5);

        var id = first.json().path("occasion").path("id").asString();
        assertThat(codes(lead.get("/api/occasions/" + id + "/why").json()))
                .contains("loyalty.occasion.rule", "loyalty.expires");
        var entry = lead.get("/api/members/" + member + "/statement?asset=points")
                .json()
                .path("items")
                .path(0);
        assertThat(entry.path("kind").asString()).isEqualTo("occasion");
        assertThat(lead.get("/api/postings/" + entry.path("postingId").asString() + "/why")
                        .text())
                .contains("loyalty.occasion.rule");
        assertThat(lead.get("/api/members/" + member + "/timeline?kind=loyalty.occasion")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void days_in_a_row_count_however_late_they_are_learnt() {
        var inOrder = member();
        var late = member();
        var lead = staff.logIn("lead");
        for (var day : List.of("28", "01", "02")) {
            checkIn(lead, inOrder, at(day), "in order " + day);
        }
        for (var day : List.of("02", "28", "01")) {
            checkIn(lead, late, at(day), "late " + day);
        }
        assertThat(points(inOrder)).isEqualTo(35);
        assertThat(points(late)).isEqualTo(35);
        assertThat(lots(late)).isEqualTo(lots(inOrder));
    }

    @Test
    void growth_lifts_the_tier_and_what_is_taken_back_goes_back_whole() {
        var member = member();
        var lead = staff.logIn("lead");
        var answered = record(lead, member, "SURVEY_ANSWERED", Map.of("survey", "spring"), "s1");
        assertThat(answered.status()).as(answered.text()).isEqualTo(200);
        assertThat(answered.json().path("tier").asString()).isEqualTo("silver");
        assertThat(answered.json().path("occasion").path("growth").asLong()).isEqualTo(1_200);
        spend(lead, member, 30);

        var id = answered.json().path("occasion").path("id").asString();
        var take = "/api/occasions/" + id + "/take-back";
        var back = lead.post(take, Map.of("reason", "代答"));
        assertThat(back.status()).as(back.text()).isEqualTo(200);
        assertThat(points(member)).as("what was spent is owed").isEqualTo(-30);
        assertThat(ledger.balances(List.of(member), Asset.GROWTH).getOrDefault(member, 0L))
                .isZero();
        assertThat(lead.get("/api/loyalty/members/" + member + "/standing")
                        .json()
                        .path("tier")
                        .asString())
                .isEqualTo("regular");
        assertThat(lead.post(take, Map.of("reason", "代答")).status()).isEqualTo(200);
        assertThat(lead.post(take, Map.of("reason", "别的原因")).code()).isEqualTo("loyalty.occasion-taken-back");
        assertThat(points(member)).isEqualTo(-30);
        var row =
                lead.get("/api/occasions?member=" + member).json().path("items").path(0);
        assertThat(row.path("takenBack").path("reason").asString()).isEqualTo("代答");
        assertThat(row.path("points").asLong()).isEqualTo(50);
        var taking = row.path("takenBack").path("id").asString();
        assertThat(lead.get("/api/occasions/" + taking + "/why")
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("loyalty.occasion-taken-back");
        assertThat(staff.asMachine(ledger::prove)).allMatch(proof -> proof.holds());
    }

    @Test
    void a_profile_is_completed_once_whoever_completes_it() {
        var lead = staff.logIn("lead");
        var member = members.enter(MemberProfile.of("张晓", null), null, null);
        assertThat(points(member)).isZero();
        var mobile = "139%08d".formatted(Math.floorMod(member.hashCode(), 100_000_000));
        edit(lead, member, Map.of("mobile", mobile));
        assertThat(points(member)).isEqualTo(100);
        edit(lead, member, Map.of("name", "张小晓"));
        assertThat(points(member)).as("once").isEqualTo(100);
        assertThat(occasions(lead, member).path(0).path("kind").asString()).isEqualTo("PROFILE_COMPLETED");

        var told = record(lead, member, "PROFILE_COMPLETED", Map.of(), "p");
        assertThat(told.status()).isEqualTo(400);
        assertThat(told.json().path("fields").path(0).path("rule").asString()).isEqualTo("seen-by-the-house");
    }

    @Test
    void somebody_is_brought_once_not_by_themselves_and_not_in_a_ring() {
        var lead = staff.logIn("lead");
        var one = member();
        var other = members.since(staff.today().minusDays(5));
        var third = members.since(staff.today().minusDays(5));

        assertThat(refer(lead, other, other).code()).isEqualTo("loyalty.self-referral");
        assertThat(refer(lead, other, one).code()).as("joined long ago").isEqualTo("loyalty.referral-too-late");
        var brought = refer(lead, one, other);
        assertThat(brought.status()).as(brought.text()).isEqualTo(200);
        assertThat(points(one)).isEqualTo(200);
        assertThat(refer(lead, one, other).json().path("replayed").asBoolean()).isTrue();
        assertThat(refer(lead, third, other).code()).isEqualTo("loyalty.referred-already");
        assertThat(refer(lead, other, third).status()).isEqualTo(200);
        assertThat(refer(lead, third, other).code()).isEqualTo("loyalty.referred-already");

        var id = brought.json().path("occasion").path("id").asString();
        lead.post("/api/occasions/" + id + "/take-back", Map.of("reason", "推荐人填错"));
        assertThat(points(one)).isZero();
        assertThat(refer(lead, third, other).code()).as("who brought them").isEqualTo("loyalty.referral-ring");
        assertThat(refer(lead, member(), other).status()).as("told anew").isEqualTo(200);
    }

    @Test
    void what_is_not_sound_is_not_recorded() {
        var lead = staff.logIn("lead");
        var member = members.since(staff.today().minusDays(1));
        assertThat(checkIn(lead, member, "2026-03-05T02:00:00Z", "f1").code()).isEqualTo("loyalty.in-the-future");
        assertThat(checkIn(lead, member, "2026-02-28T02:00:00Z", "f2").code()).isEqualTo("loyalty.before-joining");
        assertThat(checkIn(lead, member(), "2026-02-25T02:00:00Z", "f3").code()).isEqualTo("loyalty.too-late-by-hand");
        assertThat(record(lead, member, "SURVEY_ANSWERED", Map.of(), "f4").status())
                .isEqualTo(400);
        assertThat(record(lead, member, "CHECK_IN", Map.of("survey", "x"), "f5").status())
                .isEqualTo(400);
        var left = member();
        lead.post("/api/members/" + left + "/transitions", Map.of("to", "WITHDRAWN", "reason", "test"));
        var gone = record(lead, left, "CHECK_IN", Map.of(), "f6");
        assertThat(gone.status()).as(gone.text()).isEqualTo(422);
        assertThat(gone.code()).isEqualTo("loyalty.member-not-active");
        assertThat(points(left)).isZero();
    }

    @Test
    void a_clerk_records_for_the_own_store_and_takes_nothing_back() {
        var store = staff.open(UnitKind.STORE, staff.company());
        var other = staff.open(UnitKind.STORE, staff.company());
        var clerk = staff.logIn(staff.hire("store", store));
        var member = members.since(LocalDate.of(2025, 6, 1));

        var here = record(clerk, member, "CHECK_IN", Map.of("store", store.toString()), "c1");
        assertThat(here.status()).as(here.text()).isEqualTo(200);
        assertThat(record(clerk, member, "CHECK_IN", Map.of("store", other.toString()), "c2")
                        .status())
                .isEqualTo(403);
        var id = here.json().path("occasion").path("id").asString();
        assertThat(clerk.post("/api/occasions/" + id + "/take-back", Map.of("reason", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(staff.logIn("analyst").post("/api/occasions", Map.of()).status())
                .isEqualTo(403);
    }

    private MemberId member() {
        return members.since(LocalDate.of(2025, 6, 1));
    }

    private long points(MemberId member) {
        return ledger.balances(List.of(member), Asset.POINTS).getOrDefault(member, 0L);
    }

    private List<String> lots(MemberId member) {
        return staff.asMachine(() -> ledger.lots(member, Asset.POINTS)).stream()
                .map(lot -> lot.expiresOn() + " " + lot.amount())
                .sorted()
                .toList();
    }
}
