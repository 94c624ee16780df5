package org.guildhall.coupons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.coupons.CouponCalls.batch;
import static org.guildhall.coupons.CouponCalls.cash;
import static org.guildhall.testing.Answers.ok;

import java.util.HashMap;
import java.util.Map;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Batches over HTTP: when they open, and who moves them. */
@GuildhallTest
class BatchStory {

    @Autowired
    TestStaff staff;

    @Test
    void a_batch_whose_last_day_is_past_is_not_opened_until_its_days_are_moved() {
        var lead = staff.logIn("lead");
        var details = new HashMap<>(batch("STORY-7", cash(500, 0)));
        details.put("validity", days(-9, -1));
        var path = "/api/coupon-batches/"
                + ok(lead.post("/api/coupon-batches", details))
                        .json()
                        .path("id")
                        .asString();
        var refused = lead.post(path + "/state", Map.of("state", "open", "expectedVersion", 1));
        assertThat(refused.code()).isEqualTo("coupons.batch-over");
        assertThat(refused.text()).contains(staff.today().minusDays(1).toString());
        assertThat(ok(lead.get(path)).json().path("state").asString()).isEqualTo("draft");
        details.put("validity", days(-9, 0));
        ok(lead.put(path, Map.of("details", details, "expectedVersion", 1)));
        ok(lead.post(path + "/state", Map.of("state", "open", "expectedVersion", 2)));
    }

    @Test
    void of_two_who_move_a_batch_at_once_the_second_is_told_that_it_moved() {
        var one = staff.logIn("lead");
        var other = staff.logIn("lead");
        var details = batch("STORY-8", cash(500, 0));
        var path = "/api/coupon-batches/"
                + ok(one.post("/api/coupon-batches", details)).json().path("id").asString();
        var open = Map.of("state", "open", "expectedVersion", 1);
        var close = Map.of("state", "closed", "expectedVersion", 1);
        var opened = ok(one.post(path + "/state", open)).json();
        assertThat(opened.path("version").asInt()).isEqualTo(2);
        assertThat(opened.path("revision").asInt())
                .as("the terms did not change")
                .isEqualTo(1);
        var late = other.post(path + "/state", close);
        assertThat(late.code()).isEqualTo("coupons.stale-batch");
        assertThat(late.json().path("facts").path("actual").asInt()).isEqualTo(2);
        assertThat(other.put(path, Map.of("details", details, "expectedVersion", 1))
                        .code())
                .isEqualTo("coupons.stale-batch");
        assertThat(ok(one.get(path)).json().path("state").asString()).isEqualTo("open");
    }

    private Map<String, Object> days(int from, int to) {
        return Map.of(
                "kind",
                "fixed-days",
                "from",
                staff.today().plusDays(from),
                "to",
                staff.today().plusDays(to));
    }
}
