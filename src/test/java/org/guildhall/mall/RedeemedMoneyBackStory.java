package org.guildhall.mall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.mall.MallCalls.paid;
import static org.guildhall.mall.MallCalls.pickUp;
import static org.guildhall.testing.Answers.lawsHold;
import static org.guildhall.testing.Answers.ok;

import java.util.UUID;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.UnitId;
import org.guildhall.testing.GuildhallTest;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** Money paid for a reward goes back from the till that took it, with the points; what is won costs none. Over HTTP. */
@GuildhallTest
@Import(MallGround.class)
class RedeemedMoneyBackStory extends PointsAndCash {

    @Test
    void money_lies_in_the_till_of_its_store_and_goes_back_from_there() {
        var elsewhere = staff.open(UnitKind.STORE, staff.company());
        var stranger = staff.logIn(staff.hire("store", elsewhere));
        var reward = ground.reward(10, 2_990, 5);
        var member = buyer(1_000);
        var asked = order(member, reward, 1);
        asked.put("payment", paid(elsewhere, 2_990));
        assertThat(clerk.post(ORDERS, asked, key()).code()).isEqualTo("mall.store-out-of-reach");
        asked.put("payment", paid(new UnitId(UUID.randomUUID()), 2_990));
        assertThat(clerk.post(ORDERS, asked, key()).text()).contains("payment.store", "open-store");

        asked.put("payment", paid(store, 2_990));
        asked.put("store", elsewhere.toString());
        var order = ORDERS + "/"
                + ok(lead.post(ORDERS, asked, key()))
                        .json()
                        .path("redemption")
                        .path("id")
                        .asString();
        var refused = stranger.post(order + "/cancel", WHY, key());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("mall.money-elsewhere");
        ok(lead.post(order + "/cancel", WHY, key()));
        assertThat(till(staff.today(), "cash")).isEqualTo("in 2990, out 2990, 2 times");
    }

    @Test
    void it_goes_back_when_nobody_picks_it_up_and_when_it_is_taken_back() {
        var reward = ground.reward(10, 2_990, 5);
        var member = buyer(1_000);
        var forgotten = place(member, reward, 2_990);
        pass(9);
        redemptions.giveUpOverdue();
        assertThat(amounts(ok(lead.get(ORDERS + "/" + forgotten)).json())).containsExactly(2_990L, -2_990L);
        assertThat(till(staff.today(), "cash")).isEqualTo("in 0, out 2990, 1 times");

        var asked = order(member, reward, 1);
        asked.put("payment", paid(store, 2_990));
        var placed = ok(clerk.post(ORDERS, asked, key())).json();
        var shown = pickUp(placed.path("code").asString(), store);
        ok(clerk.post(ORDERS + "/hand-out", shown, key()));
        var order = ORDERS + "/" + placed.path("redemption").path("id").asString();
        assertThat(amounts(ok(lead.get(order)).json())).containsExactly(2_990L);
        assertThat(amounts(ok(lead.post(order + "/take-back", WHY, key())).json()))
                .containsExactly(2_990L, -2_990L);
        assertThat(till(staff.today(), "cash")).isEqualTo("in 2990, out 5980, 3 times");
        lawsHold(lead, LAW);
    }

    @Test
    void what_is_won_costs_no_money() {
        var reward = ground.reward(10, 2_990, 5);
        var member = buyer(1_000);
        var won = staff.asMachine(() -> transaction.execute(
                status -> prizes.order(Redeem.forPoints(member, reward.id(), 1, null), key(), null)));
        var order = ok(lead.get(ORDERS + "/" + won.redemption())).json();
        assertThat(order.has("cash")).isFalse();
        assertThat(amounts(order)).isEmpty();
        assertThat(ground.points(member)).isEqualTo(990);
        staff.asMachine(() -> transaction.execute(status -> {
            prizes.cancel(won.redemption(), "drawn anew", key());
            return "done";
        }));
        assertThat(amounts(ok(lead.get(ORDERS + "/" + won.redemption())).json()))
                .isEmpty();
    }
}
