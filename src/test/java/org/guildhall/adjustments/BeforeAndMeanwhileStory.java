package org.guildhall.adjustments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.MemberProfile;
import org.guildhall.testing.TestHttp;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is told of a change by hand before it is asked for, and to those who decide while it waits. */
class BeforeAndMeanwhileStory extends AdjustmentsGround {

    @Test
    void before_a_change_it_is_told_whether_it_would_wait_for_whom_and_from_when_on() {
        var member = people.of(null);
        var ops = staff.logIn("ops");
        var before = outlook(ops, member, 0);
        assertThat(before.path("authority").path("needed").asBoolean()).isFalse();
        assertThat(before.path("authority").path("from").asLong()).isEqualTo(1_000);
        assertThat(before.path("authority")
                        .path("steps")
                        .get(0)
                        .path("posts")
                        .get(0)
                        .asString())
                .as("by its name")
                .isEqualTo("会员中心经理");

        give(ops, member, 600, "some");
        assertThat(give(ops, member, 700, "waits").status()).isEqualTo(202);
        assertThat(outlook(ops, member, 0).path("today").asLong()).isEqualTo(600);
        assertThat(outlook(ops, member, 0).path("waiting").asLong()).isEqualTo(700);
        assertThat(waits(ops, member, 1))
                .as("with what was done and what waits")
                .isTrue();

        var fresh = people.of(null);
        assertThat(waits(ops, fresh, 999)).isFalse();
        assertThat(waits(ops, fresh, 1_000)).isTrue();
        assertThat(waits(ops, fresh, -1_000)).as("taking counts as giving does").isTrue();
        assertThat(staff.logIn("svc").get(outlookOf(fresh, 1)).status()).isEqualTo(403);
        assertThat(ops.get("/api/members/" + fresh + "/points/outlook?amount=2000000000000")
                        .status())
                .isEqualTo(400);
    }

    private static String outlookOf(MemberId member, long amount) {
        return "/api/members/" + member + "/points/outlook?amount=" + amount;
    }

    private static JsonNode outlook(TestHttp.Client client, MemberId member, long amount) {
        var answer = client.get(outlookOf(member, amount));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static boolean waits(TestHttp.Client client, MemberId member, long amount) {
        return outlook(client, member, amount).path("authority").path("needed").asBoolean();
    }

    @Test
    void who_decides_sees_whom_it_is_about_and_who_may_not_see_the_member_does_not() {
        var member = people.enter(MemberProfile.of("顾问之", null), null, null);
        var request = give(staff.logIn("ops"), member, 3_000, "about")
                .json()
                .path("asked")
                .path("request");
        var lead = staff.logIn("lead");
        var row = row(lead.get("/api/approvals?box=inbox&limit=200"), request);
        assertThat(row.path("member").asString()).isEqualTo(member.toString());
        var known = lead.get("/api/members/" + member).json();
        assertThat(row.path("about").path("number")).isEqualTo(known.path("number"));
        assertThat(row.path("about").path("name").asString()).isEqualTo("顾问之");

        var other = staff.hire("admin", staff.company());
        var over = Map.of("to", other.id().toString(), "revision", 1, "comment", "请代为决定");
        assertThat(lead.post("/api/approvals/" + request.asString() + "/hand-over", over)
                        .status())
                .isEqualTo(200);
        var seen = row(staff.logIn(other).get("/api/approvals?box=inbox&limit=200"), request);
        assertThat(seen.path("about").isMissingNode()).isTrue();
    }

    private static JsonNode row(TestHttp.Answer page, JsonNode request) {
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        return page.json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("id").equals(request))
                .findFirst()
                .orElseThrow();
    }
}
