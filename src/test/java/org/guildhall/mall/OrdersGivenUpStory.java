package org.guildhall.mall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guildhall.mall.MallCalls.order;
import static org.guildhall.mall.MallCalls.place;
import static org.guildhall.mall.MallCalls.reward;
import static org.guildhall.testing.Answers.ok;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Orders that are cancelled or never picked up, over HTTP: what was held goes back. */
@GuildhallTest
@Import(MallGround.class)
class OrdersGivenUpStory {

    @Autowired
    TestStaff staff;

    @Autowired
    MallGround ground;

    @Autowired
    Redemptions redemptions;

    @Autowired
    MovableClock clock;

    @Autowired
    DSLContext sql;

    private Instant start = MovableClock.START;

    @BeforeEach
    void noon() {
        start = clock.instant();
    }

    @AfterEach
    void back() {
        clock.moveTo(start);
    }

    @Test
    void what_is_cancelled_or_not_picked_up_goes_back_and_says_why() {
        var lead = staff.logIn("lead");
        var reward = ground.reward(100, 10);
        var member = ground.memberWith(300);
        var first = place(lead, member, reward, "c-1");
        var second = place(lead, member, reward, "c-2");
        assertThat(ok(lead.post("/api/redemptions/" + first + "/cancel", Map.of("reason", "不想要了"), "c-3"))
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("cancelled");
        assertThat(ground.points(member)).isEqualTo(200);
        clock.advance(Duration.ofDays(9));
        assertThat(redemptions.giveUpOverdue()).isPositive();
        assertThat(redemptions.giveUpOverdue()).isZero();
        var given = ok(staff.logIn("lead").get("/api/redemptions/" + second));
        assertThat(given.json().path("state").asString()).isEqualTo("expired");
        assertThat(ground.points(member)).isEqualTo(300);
        assertThat(ground.now(reward).stock()).isEqualTo(new RewardView.StockView(10, 10, 0, 0));
    }

    @Test
    void an_order_that_cannot_be_given_up_keeps_none_behind_it_waiting() {
        var lead = staff.logIn("lead");
        var reward = ground.reward(100, 10);
        var stuck = UUID.fromString(place(lead, ground.memberWith(100), reward, "s-1"));
        var member = ground.memberWith(100);
        clock.advance(Duration.ofDays(1));
        place(staff.logIn("lead"), member, reward, "s-2");
        hold(stuck, "open", "released");
        clock.advance(Duration.ofDays(9));

        assertThatThrownBy(() -> redemptions.giveUpOverdue()).hasMessageContaining("ledger.hold-closed");
        assertThat(ground.points(member)).isEqualTo(100);

        hold(stuck, "released", "open");
        assertThat(redemptions.giveUpOverdue()).isEqualTo(1);
    }

    private void hold(UUID order, String from, String to) {
        assertThat(sql.execute(
                        "update ledger.hold h set state = ?, closed_at = case ? when 'open' then null else now() end"
                                + " from mall.redemption r where r.hold_id = h.hold_id and r.order_id = ? and h.state = ?",
                        to,
                        to,
                        order,
                        from))
                .isEqualTo(1);
    }

    @Test
    void points_that_expired_while_held_are_given_anew_and_the_order_says_so() {
        var lead = staff.logIn("lead");
        var reward = ground.reward(100, 10);
        var member = ground.member(null);
        ground.give(member, 60, staff.today().plusDays(2));
        ground.give(member, 60, null);
        var order = place(lead, member, reward, "e-1");
        assertThat(ground.points(member)).isEqualTo(20);
        clock.advance(Duration.ofDays(3));
        ok(staff.logIn("lead").post("/api/redemptions/" + order + "/cancel", Map.of("reason", "x"), "e-2"));
        var view = staff.asMachine(() -> redemptions.get(UUID.fromString(order)));
        assertThat(view.givenAgain()).isEqualTo(60);
        assertThat(ok(staff.logIn("lead").get("/api/redemptions/" + order + "/why"))
                        .text())
                .contains("mall.given-again");
        var lots =
                ok(staff.logIn("lead").get("/api/members/" + member + "/lots")).text();
        assertThat(lots).contains(staff.today().plusDays(31).toString());
    }
}
