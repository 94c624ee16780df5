package org.guildhall.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.testing.Answers.ok;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.guildhall.kernel.MemberId;
import org.guildhall.testing.TestHttp.Client;
import org.junit.jupiter.api.Test;

/** Who may serve whom of another store, by what, and for how long. */
class ServingLimitsStory extends ElsewhereGround {

    @Test
    void only_the_whole_number_or_mobile_names_anybody() {
        var clerk = clerk();
        var member = stranger(0);
        for (var shown : List.of(
                member.number().substring(0, member.number().length() - 1),
                member.mobile().substring(0, 10),
                member.mobile().substring(7),
                "王小明",
                "wangxiaoming",
                "wxm",
                "%")) {
            assertThat(ok(identify(clerk, shown)).json()).as(shown).isEmpty();
        }
        assertThat(identify(clerk, " ").status()).isEqualTo(400);
        assertThat(clerk.post("/api/checkouts/quote", basketHere(member.id(), 0, 0))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void only_who_sells_at_the_store_identifies_and_nobody_is_served_by_what_another_did() {
        var member = stranger(0);
        for (var post : List.of("acq", "auditor", "svc", "analyst")) {
            assertThat(identify(staff.logIn(post), member.mobile()).status())
                    .as(post)
                    .isEqualTo(403);
        }
        var other = staff.logIn(staff.hire("store", ground.store()));
        assertThat(identify(other, member.mobile()).code()).isEqualTo("checkout.store-out-of-reach");

        var clerk = clerk();
        ok(identify(clerk, member.mobile()));
        var colleague = clerk();
        assertThat(quote(colleague, member)).isEqualTo("members.not-found");
        assertThat(colleague.get("/api/counter-buyers/" + member.id()).status()).isEqualTo(404);
        assertThat(quote(clerk, member)).isEmpty();
    }

    @Test
    void nobody_of_the_own_store_needs_it() {
        var clerk = staff.logIn(staff.hire("store", ground.store()));
        var member = stranger(0);
        var shown = ok(clerk.post("/api/counter-buyers", Map.of("shown", member.number(), "store", ground.store())))
                .json()
                .get(0);
        assertThat(shown.has("servedUntil")).isFalse();
        assertThat(ok(staff.logIn("auditor").get("/api/audit?act=members.identified&member=" + member.id()))
                        .json()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void after_some_minutes_they_are_identified_again() {
        var clerk = clerk();
        var member = stranger(0);
        ok(identify(clerk, member.number()));
        clock.advance(Duration.ofMinutes(19));
        assertThat(quote(clerk, member)).isEmpty();
        clock.advance(Duration.ofMinutes(2));
        assertThat(quote(clerk, member)).isEqualTo("members.serving-over");
        assertThat(clerk.get("/api/counter-buyers/" + member.id()).status()).isEqualTo(409);
        ok(identify(clerk, member.number()));
        assertThat(quote(clerk, member)).isEmpty();
    }

    @Test
    void who_left_the_programme_is_not_found() {
        var clerk = clerk();
        var member = stranger(0);
        var leave = Map.of("to", "WITHDRAWN", "reason", "本人要求");
        ok(staff.logIn("lead").post("/api/members/" + member.id() + "/transitions", leave));
        assertThat(ok(identify(clerk, member.number())).json()).isEmpty();
        assertThat(ok(identify(clerk, member.mobile())).json()).isEmpty();
    }

    @Test
    void who_guesses_waits_and_others_don_t() {
        var clerk = clerk();
        var member = stranger(0);
        for (int i = 0; i < 10; i++) {
            ok(identify(clerk, member.number()));
            assertThat(ok(identify(clerk, "1330000000" + i)).json()).isEmpty();
        }
        var told = identify(clerk, "13300000010");
        assertThat(told.code()).isEqualTo("members.too-many-identified");
        assertThat(told.status()).isEqualTo(429);
        assertThat(identify(clerk, member.number()).status()).isEqualTo(429);
        assertThat(quote(clerk, member)).as("who is served stays served").isEmpty();
        assertThat(ok(identify(clerk(), member.number())).json()).hasSize(1);
        clock.advance(Duration.ofMinutes(16));
        assertThat(ok(identify(clerk, member.number())).json()).hasSize(1);
    }

    @Test
    void numbers_are_not_counted_through() {
        var clerk = clerk();
        var lead = staff.logIn("lead");
        for (int i = 0; i < 40; i++) {
            assertThat(ok(identify(clerk, number(lead, ground.member()))).json())
                    .hasSize(1);
        }
        var next = ground.member();
        assertThat(identify(clerk, number(lead, next)).code()).isEqualTo("members.too-many-identified");
        assertThat(clerk.post("/api/checkouts/quote", basketHere(next, 0, 0)).status())
                .isEqualTo(404);
    }

    private static String number(Client lead, MemberId member) {
        return ok(lead.get("/api/members/" + member)).json().path("number").asString();
    }

    /** Why there is no price for the member, or nothing. */
    private String quote(Client clerk, Stranger member) {
        var answer = clerk.post("/api/checkouts/quote", basketHere(member.id(), 0, 0));
        return answer.status() == 200 ? "" : answer.code();
    }
}
