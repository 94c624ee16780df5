package org.guildhall.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestMembers;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What the member's page proposes: only what is near, by the days and amounts that the warnings state, with the reason. */
@GuildhallTest
@TestPropertySource(properties = "guildhall.test.company=next-steps")
class NextStepsStory {

    @Autowired
    TestStaff staff;

    @Autowired
    TestMembers members;

    @Autowired
    Loyalty loyalty;

    @Autowired
    MovableClock clock;

    @AfterEach
    void backToTheStart() {
        clock.moveTo(MovableClock.START);
    }

    @Test
    void points_that_lapse_within_the_stated_days_are_named_with_their_sum_and_first_day() {
        var member = members.of(null);
        var lead = staff.logIn("lead");
        assertThat(steps(lead, member)).isEmpty();
        give(lead, member, 80, staff.today().plusDays(10));
        assertThat(steps(lead, member)).as("too few to speak of").isEmpty();
        give(lead, member, 40, staff.today().plusDays(20));
        give(lead, member, 500, staff.today().plusDays(60));

        assertThat(steps(lead, member)).singleElement().satisfies(step -> {
            assertThat(step.path("code").asString()).isEqualTo("loyalty.next.points-lapsing");
            assertThat(step.path("facts").path("points").asLong()).isEqualTo(120);
            assertThat(step.path("facts").path("day").asString())
                    .isEqualTo(staff.today().plusDays(9).toString());
            assertThat(step.path("source").path("clause").asString()).isEqualTo("4.10");
        });
    }

    @Test
    void a_review_that_is_near_says_what_is_missing_to_keep_the_tier() {
        var member = members.since(staff.today());
        staff.asMachine(() -> loyalty.record(new PurchaseFact(
                "till",
                "next-" + UUID.randomUUID(),
                member,
                clock.instant(),
                null,
                null,
                Money.cny(3_000_000),
                List.of(),
                null)));
        var lead = staff.logIn("lead");
        var until = Objects.requireNonNull(
                staff.asMachine(() -> loyalty.standing(member)).keepUntil());
        assertThat(codes(lead, member)).doesNotContain("loyalty.next.review-met", "loyalty.next.review-spend");

        clock.moveTo(until.minusDays(5).atTime(4, 0).toInstant(ZoneOffset.UTC));
        var near = staff.logIn("lead");
        assertThat(steps(near, member))
                .filteredOn(step -> step.path("code").asString().startsWith("loyalty.next.review-"))
                .singleElement()
                .satisfies(step ->
                        assertThat(step.path("facts").path("day").asString()).isEqualTo(until.toString()));
    }

    @Test
    void a_tier_given_by_hand_ends_and_is_not_said_to_be_reviewed() {
        var lead = staff.logIn("lead");
        var near = members.of(null);
        var far = members.of(null);
        grant(lead, near, staff.today().plusDays(29));
        grant(lead, far, staff.today().plusDays(30));

        assertThat(steps(lead, near)).singleElement().satisfies(step -> {
            assertThat(step.path("code").asString()).isEqualTo("loyalty.next.grant-ends");
            assertThat(step.path("facts").path("tier").asString()).isEqualTo("gold");
            assertThat(step.path("facts").path("day").asString())
                    .isEqualTo(staff.today().plusDays(29).toString());
        });
        assertThat(steps(lead, far)).as("nobody is told so early").isEmpty();
    }

    private static void grant(Client client, MemberId member, LocalDate until) {
        var body = Map.of("member", member.toString(), "tier", "gold", "until", until.toString(), "reason", "补偿");
        var answer =
                client.post("/api/loyalty/tier-grants", body, UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @Test
    void a_birthday_is_a_reason_in_its_month_alone() {
        var lead = staff.logIn("lead");
        var march = born(lead, 3);
        var april = born(lead, 4);
        assertThat(codes(lead, march)).containsExactly("loyalty.next.birthday-month");
        assertThat(codes(lead, april)).isEmpty();
    }

    @Test
    void a_member_out_of_reach_is_nobody() {
        var here = staff.open(UnitKind.STORE, staff.company());
        var there = members.of(staff.open(UnitKind.STORE, staff.company()));
        var clerk = staff.logIn(staff.hire("store", here));
        var answer = clerk.get("/api/loyalty/members/" + there + "/next-steps");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("members.not-found");
    }

    private static void give(Client client, MemberId member, long points, LocalDate until) {
        var body = Map.of("amount", points, "kind", "grant", "reason", "补偿", "expiresOn", until.toString());
        var answer = client.post(
                "/api/members/" + member + "/points", body, UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static MemberId born(Client client, int month) {
        var birthday = Map.of("calendar", "SOLAR", "year", 1990, "month", month, "day", 15, "leapMonth", false);
        var made = client.post(
                "/api/members",
                Map.of("kind", "PERSON", "profile", Map.of("name", "生日" + month, "birthday", birthday)));
        assertThat(made.status()).as(made.text()).isLessThan(300);
        return MemberId.of(made.json().path("member").path("id").asString());
    }

    private static List<JsonNode> steps(Client client, MemberId member) {
        var answer = client.get("/api/loyalty/members/" + member + "/next-steps");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().valueStream().toList();
    }

    private static List<String> codes(Client client, MemberId member) {
        return steps(client, member).stream()
                .map(step -> step.path("code").asString())
                .toList();
    }
}
