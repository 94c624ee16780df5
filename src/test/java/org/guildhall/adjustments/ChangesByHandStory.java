package org.guildhall.adjustments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.MemberId;
import org.guildhall.testing.TestHttp;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who gave and took what by hand can be listed, narrowed and taken out. */
class ChangesByHandStory extends AdjustmentsGround {

    private static final String LIST = "/api/changes-by-hand";

    @Test
    void what_was_changed_by_hand_is_listed_newest_first_page_by_page_and_tells_what_was_reversed() {
        var member = people.of(null);
        var ops = staff.hire("ops", staff.company());
        var client = staff.logIn(ops);
        var until = staff.today().plusDays(40);
        give(client, member, 300, "first", until);
        clock.advance(Duration.ofMinutes(1));
        change(client, member, 120, "spend");
        clock.advance(Duration.ofMinutes(1));
        change(client, member, -30, "adjust");

        var auditor = staff.logIn("auditor");
        var page = auditor.get(LIST + "?limit=2&member=" + member);
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        assertThat(page.json().path("total").path("value").asInt()).isEqualTo(3);
        assertThat(amounts(page.json())).containsExactly(-30L, -120L);
        var rest = auditor.get(LIST + "?limit=2&member=" + member + "&cursor="
                        + page.json().path("next").asString())
                .json();
        assertThat(amounts(rest)).containsExactly(300L);
        var first = rest.path("items").get(0);
        assertThat(first.path("kind").asString()).isEqualTo("grant");
        assertThat(first.path("expiresOn").asString()).isEqualTo(until.toString());
        assertThat(first.path("actorName").asString()).isEqualTo(ops.name());
        assertThat(first.path("reason").asString()).isEqualTo("补偿");
        assertThat(first.path("reversed").asBoolean()).isFalse();
        assertThat(first.path("approval").isMissingNode()).isTrue();

        var undone = page.json().path("items").get(0).path("id").asString();
        client.post("/api/postings/" + undone + "/reverse", Map.of("reason", "记错"), key());
        assertThat(items(auditor, "member=" + member).get(0).path("reversed").asBoolean())
                .isTrue();
    }

    @Test
    void the_list_is_narrowed_by_person_unit_kind_and_day() {
        var member = people.of(null);
        var here = staff.open(UnitKind.DEPARTMENT, staff.company());
        var ops = staff.hire("ops", staff.company());
        var other = staff.hire("ops", here);
        give(staff.logIn(ops), member, 100, "one");
        change(staff.logIn(other), member, 40, "spend");

        var lead = staff.logIn("lead");
        var mine = "member=" + member;
        assertThat(amounts(lead, mine + "&actor=" + ops.actor().reference())).containsExactly(100L);
        assertThat(amounts(lead, mine + "&unit=" + here)).containsExactly(-40L);
        assertThat(amounts(lead, mine + "&unit=" + staff.company())).containsExactlyInAnyOrder(100L, -40L);
        assertThat(amounts(
                        lead, mine + "&unit=" + here + "&actor=" + ops.actor().reference()))
                .isEmpty();
        assertThat(amounts(lead, mine + "&kind=spend")).containsExactly(-40L);
        var today = staff.today();
        assertThat(amounts(lead, mine + "&from=" + today + "&to=" + today)).hasSize(2);
        assertThat(amounts(lead, mine + "&from=" + today.plusDays(1))).isEmpty();
        assertThat(amounts(lead, mine + "&to=" + today.minusDays(1))).isEmpty();
        assertThat(lead.get(LIST + "?limit=200").json().path("items").valueStream())
                .as("everybody's, without a filter")
                .anyMatch(row -> row.path("member").asString().equals(member.toString()));
    }

    @Test
    void what_waited_for_a_yes_is_the_doing_of_whoever_asked_for_it() {
        var member = people.of(null);
        var ops = staff.hire("ops", staff.company());
        var request = give(staff.logIn(ops), member, 5_000, "large")
                .json()
                .path("asked")
                .path("request")
                .asString();
        var lead = staff.logIn("lead");
        assertThat(items(lead, "member=" + member)).as("not while it waits").isEmpty();
        decide(lead, request, "approve");

        var row = items(lead, "member=" + member + "&actor=" + ops.actor().reference())
                .getFirst();
        assertThat(row.path("amount").asLong()).isEqualTo(5_000);
        assertThat(row.path("actor").asString()).isEqualTo(ops.actor().reference());
        assertThat(row.path("actorName").asString()).isEqualTo(ops.name());
        assertThat(row.path("approval").asString()).isEqualTo(request);
        assertThat(items(lead, "member=" + member + "&actor=system:approvals"))
                .as("the machine that booked it is nobody's answer, but it did")
                .hasSize(1);
    }

    @Test
    void the_list_is_taken_out_for_a_reason_by_those_who_may_and_others_see_nothing_of_it() {
        var member = people.of(null);
        give(staff.logIn("ops"), member, 77, "file");
        var asked = Map.of(
                "query", Map.of("member", member.toString()), "format", "CSV", "reason", "季度核查", "language", "en");
        assertThat(staff.logIn("analyst").post(LIST + "/export", asked).status())
                .isEqualTo(403);
        assertThat(staff.logIn("svc").get(LIST).status()).isEqualTo(403);

        var auditor = staff.logIn("auditor");
        var started = auditor.post(LIST + "/export", asked);
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        var job = auditor.ended(started.json().path("id").asString()).json();
        assertThat(job.path("result").path("rows").asInt()).as(job.toString()).isEqualTo(1);
        var number = auditor.get("/api/members/" + member).json().path("number").asString();
        assertThat(auditor.get("/api/downloads/"
                                + job.path("result").path("download").asString())
                        .text())
                .contains("Posting,Time,Member,Kind", number + ",Given by hand,Points,77,", ",Stands");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static void change(TestHttp.Client client, MemberId member, long amount, String kind) {
        var answer = client.post(
                "/api/members/" + member + "/points", Map.of("amount", amount, "kind", kind, "reason", "更正"), key());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static List<JsonNode> items(TestHttp.Client client, String query) {
        var answer = client.get(LIST + "?" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("items").valueStream().toList();
    }

    private static List<Long> amounts(TestHttp.Client client, String query) {
        return items(client, query).stream()
                .map(item -> item.path("amount").asLong())
                .toList();
    }

    private static List<Long> amounts(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item -> item.path("amount").asLong())
                .toList();
    }
}
