package org.guildhall.coupons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.coupons.CouponCalls.batch;
import static org.guildhall.coupons.CouponCalls.body;
import static org.guildhall.coupons.CouponCalls.cash;
import static org.guildhall.coupons.CouponCalls.commit;
import static org.guildhall.coupons.CouponCalls.open;
import static org.guildhall.coupons.CouponCalls.quote;
import static org.guildhall.testing.Answers.lawsHold;
import static org.guildhall.testing.Answers.ok;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.guildhall.members.MemberStatus;
import org.guildhall.members.Members;
import org.guildhall.members.Transition;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Coupons over HTTP, from the batch to the counter and back. */
@GuildhallTest
@Import(CouponsGround.class)
class CouponStory {

    @Autowired
    TestStaff staff;

    @Autowired
    CouponsGround ground;

    @Autowired
    Members members;

    @Test
    void a_batch_is_issued_used_with_reasons_and_a_coupon_comes_back_with_the_last_of_its_lines() {
        var lead = staff.logIn("lead");
        var clerk = staff.logIn(staff.hire("store", ground.store()));
        var member = ground.member();
        var batch = open(lead, batch("STORY-1", cash(1_000, 5_000)));
        var issue = Map.of("batch", batch, "members", List.of(member), "reason", "生日");
        var issued = ok(lead.post("/api/coupons", issue, "i-1"));
        assertThat(ok(lead.post("/api/coupons", issue, "i-1")).text()).isEqualTo(issued.text());
        assertThat(lead.post("/api/coupons", Map.of("batch", batch, "members", List.of(member), "reason", "别的"), "i-1")
                        .code())
                .isEqualTo("coupons.act-differs");
        var code = issued.json().path("coupons").path(0).path("code").asString();
        var id = issued.json().path("coupons").path(0).path("id").asString();
        assertThat(ok(clerk.get("/api/coupons?code=" + code)).json().path("items"))
                .hasSize(1);

        var small = quote(clerk, ground.store(), member, List.of(code, "AAAA-AAAA-AAAA"), 3_000);
        assertThat(small.text())
                .contains("checkout.coupon-floor-not-met", "\"minor\":2000", "checkout.coupon-mistyped");
        assertThat(small.json().path("due").path("minor").asLong()).isEqualTo(3_000);
        var quote = quote(clerk, ground.store(), member, List.of(code.toLowerCase(Locale.ROOT)), 3_000, 2_001);
        assertThat(quote.json().path("due").path("minor").asLong()).isEqualTo(4_001);
        var sold = ok(clerk.post(
                "/api/checkouts", commit(body(ground.store(), member, List.of(code), 3_000, 2_001), quote), "s-1"));
        assertThat(ok(clerk.get("/api/coupons/" + id)).json().path("state").asString())
                .isEqualTo("used");
        assertThat(quote(clerk, ground.store(), member, List.of(code), 9_000).text())
                .contains("checkout.coupon-used");

        var checkout = sold.json().path("checkout").path("id").asString();
        var part = Map.of(
                "store", ground.store(), "reason", "退一半", "lines", List.of(Map.of("line", 1, "quantityMilli", 2_000)));
        var first = ok(clerk.post("/api/checkouts/" + checkout + "/returns", part, "r-1"));
        assertThat(first.json().path("returns").path(0).path("coupons")).isEmpty();
        var rest = Map.of("store", ground.store(), "reason", "全退", "everything", true);
        var all = ok(clerk.post("/api/checkouts/" + checkout + "/returns", rest, "r-2"));
        assertThat(all.json()
                        .path("returns")
                        .path(1)
                        .path("coupons")
                        .path(0)
                        .path("usable")
                        .asBoolean())
                .isTrue();
        long off = all.json().path("returns").findValues("couponAmount").stream()
                .mapToLong(amount -> amount.path("minor").asLong())
                .sum();
        assertThat(off).as("of both returns, and of their lines").isEqualTo(2_000);
        assertThat(ok(clerk.get("/api/coupons/" + id)).json().path("state").asString())
                .isEqualTo("issued");
        assertThat(ok(lead.get("/api/coupons/" + id + "/facts")).json().findValuesAsString("kind"))
                .containsExactly("issued", "used", "returned");
        assertThat(ok(lead.get("/api/members/" + member + "/timeline")).text())
                .contains("coupons.issued", "coupons.used", "coupons.returned");
        lawsHold(lead, "coupons.is-its-facts");
    }

    @Test
    void issued_coupons_keep_their_terms_when_the_batch_is_changed_and_closed() {
        var lead = staff.logIn("lead");
        var member = ground.member();
        var draft = batch("STORY-2", cash(500, 0));
        var batch = open(lead, draft);
        var issue = Map.of("batch", batch, "members", List.of(member), "reason", "试");
        var first = ok(lead.post("/api/coupons", issue, "k-1"))
                .json()
                .path("coupons")
                .path(0);
        var changed = new HashMap<>(draft);
        changed.put("benefit", cash(900, 0));
        changed.put("validity", Map.of("kind", "days-from-issue", "days", 90));
        var change = Map.of("details", changed, "expectedVersion", 2);
        assertThat(ok(lead.put("/api/coupon-batches/" + batch, change))
                        .json()
                        .path("revision")
                        .asInt())
                .isEqualTo(2);
        assertThat(lead.put("/api/coupon-batches/" + batch, change).code()).isEqualTo("coupons.stale-batch");
        var second = ok(lead.post("/api/coupons", issue, "k-2"))
                .json()
                .path("coupons")
                .path(0);
        assertThat(first.path("lastDay")).isNotEqualTo(second.path("lastDay"));
        var kept = ok(lead.get("/api/coupons/" + first.path("id").asString())).json();
        assertThat(kept.path("lastDay")).isEqualTo(first.path("lastDay"));
        assertThat(kept.path("batch")
                        .path("details")
                        .path("benefit")
                        .path("amount")
                        .path("minor")
                        .asLong())
                .isEqualTo(500);
        assertThat(ok(lead.get("/api/coupon-batches/" + batch + "/revisions")).json())
                .hasSize(2);
        ok(lead.post("/api/coupon-batches/" + batch + "/state", Map.of("state", "closed", "expectedVersion", 3)));
        assertThat(lead.post("/api/coupons", issue, "k-3").code()).isEqualTo("coupons.batch-not-open");
        assertThat(lead.post("/api/coupon-batches/" + batch + "/state", Map.of("state", "open", "expectedVersion", 4))
                        .code())
                .isEqualTo("coupons.batch-cannot-move");
        lawsHold(lead, "coupons.is-its-facts");
    }

    @Test
    void a_list_of_numbers_is_issued_as_far_as_limits_allow_and_says_who_received_none() {
        var lead = staff.logIn("lead");
        var one = ground.member();
        var number = staff.asMachine(() -> members.numbers(List.of(one))).get(one);
        var details = new HashMap<>(batch("STORY-3", cash(500, 0)));
        details.put("limitPerMember", 1);
        details.put("quantity", 2);
        var batch = open(lead, details);
        var issue = Map.of(
                "batch",
                batch,
                "members",
                List.of(ground.member()),
                "numbers",
                List.of(number, number, "没有这个号"),
                "reason",
                "群发");
        var issued = ok(lead.post("/api/coupons", issue, "n-1")).json();
        assertThat(issued.path("issued").asInt()).isEqualTo(2);
        assertThat(issued.path("refused").findValuesAsString("code"))
                .containsExactly("coupons.limit-reached", "coupons.not-a-member");
        assertThat(issued.path("refused").findValuesAsString("place")).containsExactly("3", "4");
        var more = Map.of("batch", batch, "members", List.of(ground.member()), "reason", "再发");
        assertThat(lead.post("/api/coupons", more, "n-2").code()).isEqualTo("coupons.batch-exhausted");
        var export = Map.of("query", Map.of("batch", batch), "format", "CSV", "reason", "核对", "language", "en");
        assertThat(lead.post("/api/coupons/export", export).status()).isEqualTo(202);
        lawsHold(lead, "coupons.is-its-facts");
    }

    @Test
    void erasing_a_member_ends_what_is_not_used_and_forgets_the_words_about_them() {
        var lead = staff.logIn("lead");
        var member = ground.member();
        var id = ground.open(CouponsGround.details(new CouponsGround.Limits(5, null, 1)));
        var kept = ground.one(id, member);
        staff.asMachine(() -> {
            members.transition(new Transition(member, MemberStatus.WITHDRAWN, "本人要求", null, null));
            members.erase(member, "本人要求");
            return true;
        });
        var now = ground.now(kept.id());
        assertThat(now.state()).isEqualTo(CouponView.State.WITHDRAWN);
        assertThat(now.reason()).isEmpty();
        assertThat(ground.batch(id).counts().left()).isEqualTo(5);
        lawsHold(lead, "coupons.is-its-facts");
    }
}
