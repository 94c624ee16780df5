package org.guildhall.mall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.Ledger;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.Histories;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * Whatever happens in whatever order, points, pieces and money are where a plain model says: every act ends as the model expects,
 * and lots, stock and payments equal the model's at the end. The second reward costs money beside its points.
 */
@GuildhallTest
@Import(MallGround.class)
class RedemptionHistoriesTest {

    private static final int HISTORIES = Integer.getInteger("guildhall.histories", 40);
    private static final int ACTS = 30;

    @Autowired
    TestStaff staff;

    @Autowired
    MallGround ground;

    @Autowired
    Redemptions redemptions;

    @Autowired
    Ledger ledger;

    @Autowired
    MovableClock clock;

    /** Something that happens; {@code which} picks a member, reward or earlier order, {@code much} an amount. */
    record Act(Kind kind, int which, int much) {}

    enum Kind {
        GIVE,
        GIVE_FOR_DAYS,
        ORDER,
        ORDER_WRONGLY_PAID,
        HAND_OUT,
        CANCEL,
        TAKE_BACK,
        DAYS_PASS,
        STOCK
    }

    @Test
    void points_pieces_and_money_are_where_a_plain_model_says() {
        var start = clock.instant();
        try {
            Histories.hold(HISTORIES, RedemptionHistoriesTest::make, this::live);
            assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
        } finally {
            clock.moveTo(start);
        }
    }

    private static List<Act> make(Random random) {
        var acts = new ArrayList<Act>();
        for (int i = 0; i < ACTS; i++) {
            var kind = Kind.values()[random.nextInt(Kind.values().length)];
            acts.add(new Act(random.nextInt(4) == 0 ? Kind.ORDER : kind, random.nextInt(8), 1 + random.nextInt(9)));
        }
        return acts;
    }

    private void live(List<Act> acts) {
        var model = new MallModel(
                List.of(ground.memberWith(20), ground.memberWith(5)),
                List.of(ground.reward(3, 4), ground.reward(7, 990, 2)),
                staff.today());
        for (var act : acts) {
            step(model, act);
        }
        staff.asMachine(() -> ledger.expire(Asset.POINTS, staff.today()));
        for (int i = 0; i < 2; i++) {
            var member = model.members.get(i);
            assertThat(ledger.lots(member, Asset.POINTS).stream()
                            .filter(lot -> lot.amount() != 0)
                            .map(lot -> lot.expiresOn() + "=" + lot.amount())
                            .toList())
                    .as("lots of member %s", i)
                    .containsExactlyInAnyOrderElementsOf(model.lots(i));
            assertThat(ground.now(model.rewards.get(i)).stock()).isEqualTo(model.stock(i));
            assertThat(cash(member)).as("money of member %s", i).isEqualTo(model.cash(i));
        }
    }

    private long cash(MemberId member) {
        var all = new RedemptionQuery(null, member.value(), null, null, null, null, null, Slice.PAGE_LIMIT);
        return staff.asMachine(() -> redemptions.list(all)).items().stream()
                .flatMap(order -> order.payments().stream())
                .mapToLong(payment -> payment.amount().minor())
                .sum();
    }

    private void step(MallModel model, Act act) {
        switch (act.kind) {
            case GIVE -> give(model, act.which % 2, act.much, false);
            case GIVE_FOR_DAYS -> give(model, act.which % 2, act.much, true);
            case ORDER -> order(model, act.which % 2, act.which / 2 % 2, 1 + act.much % 2);
            case ORDER_WRONGLY_PAID ->
                assertThat(ground.order(
                                redemptions,
                                model.members.get(act.which % 2),
                                model.rewards.get(act.which / 2 % 2),
                                1,
                                act.much))
                        .as("order paid with %s fen too many", act.much)
                        .isNull();
            case STOCK -> {
                model.receive(act.which % 2, act.much);
                staff.asMachine(() -> ground.receive(model.rewards.get(act.which % 2), act.much));
            }
            case DAYS_PASS -> {
                clock.advance(Duration.ofDays(act.much));
                staff.asMachine(() -> ledger.expire(Asset.POINTS, staff.today()));
                redemptions.giveUpOverdue();
                model.daysPass(act.much);
            }
            case HAND_OUT, CANCEL, TAKE_BACK -> end(model, act);
        }
    }

    private void give(MallModel model, int member, int amount, boolean forDays) {
        var expiresOn = forDays ? staff.today().plusDays(amount) : null;
        ground.give(model.members.get(member), amount, expiresOn);
        model.give(member, amount, expiresOn);
    }

    private void order(MallModel model, int member, int reward, int quantity) {
        boolean expected = model.mayOrder(member, reward, quantity);
        var code = ground.order(redemptions, model.members.get(member), model.rewards.get(reward), quantity);
        assertThat(code != null)
                .as("order of %s of reward %s for member %s", quantity, reward, member)
                .isEqualTo(expected);
        if (code != null) {
            model.order(member, reward, quantity, code);
        }
    }

    private void end(MallModel model, Act act) {
        if (model.orders.isEmpty()) {
            return;
        }
        var order = model.orders.get(act.which % model.orders.size());
        boolean expected = switch (act.kind) {
            case HAND_OUT -> model.handOut(order);
            case CANCEL -> model.cancel(order);
            default -> model.takeBack(order);
        };
        boolean done = switch (act.kind) {
            case HAND_OUT -> ground.handOut(redemptions, order.code());
            case CANCEL -> ground.cancel(redemptions, order.code());
            default -> ground.takeBack(redemptions, order.code());
        };
        assertThat(done).as("%s of %s", act.kind, order).isEqualTo(expected);
    }
}
