package org.guildhall.adjustments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What one member gets by grants to many counts as points by hand do. */
class GrantsToFewStory extends BatchGrantsGround {

    @Test
    void giving_to_few_is_no_way_around_the_yes_for_points_by_hand() {
        var ops = staff.logIn("ops");
        var all = several(2);
        give(ops, all.getFirst(), 300, "first");
        given(ops, body(numbers(all), 400, null), UUID.randomUUID().toString());
        var preview = ops.post("/api/batch-grants/preview", body(numbers(all), 300, null))
                .json();
        assertThat(preview.path("needsConsent").asBoolean()).isTrue();
        assertThat(preview.path("oneMember").asLong()).isEqualTo(1_000);
        var asked = ops.post(
                        "/api/batch-grants",
                        body(numbers(all), 300, null),
                        UUID.randomUUID().toString())
                .json();
        assertThat(asked.path("asked").path("state").asString()).isEqualTo("pending");
        assertThat(asked.path("run").isMissingNode()).isTrue();
        assertThat(points(all.getFirst())).isEqualTo(700);
        assertThat(give(ops, all.getLast(), 300, "waits").status())
                .as("by hand, what a grant gave and one that waits count as well")
                .isEqualTo(202);
        assertThat(ops.get("/api/members/" + all.getLast() + "/points/outlook?amount=0")
                        .json()
                        .path("today")
                        .asLong())
                .isEqualTo(700);

        var lead = staff.logIn("lead");
        var request = asked.path("asked").path("request").asString();
        assertThat(lead.get("/api/approvals/" + request).json().path("kind").asString())
                .isEqualTo("adjustments.points");
        assertThat(decide(ops, request, "approve").code()).isEqualTo("approvals.own-request");
        assertThat(decide(lead, request, "approve").status()).isEqualTo(200);
        finished(ops, asked, "run");
        assertThat(points(all.getFirst())).isEqualTo(1_000);
        assertThat(points(all.getLast())).isEqualTo(700);
    }

    @Test
    void a_grant_to_few_that_is_rejected_gives_nothing_and_counts_no_longer() {
        var ops = staff.logIn("ops");
        var all = several(1);
        var asked = ops.post(
                        "/api/batch-grants",
                        body(numbers(all), 1_500, null),
                        UUID.randomUUID().toString())
                .json();
        decide(staff.logIn("lead"), asked.path("asked").path("request").asString(), "reject");
        assertThat(ops.get(path(asked)).json().path("asked").path("state").asString())
                .isEqualTo("rejected");
        assertThat(points(all.getFirst())).isZero();
        given(ops, body(numbers(all), 900, null), UUID.randomUUID().toString());
        assertThat(points(all.getFirst())).isEqualTo(900);
    }
}
