package org.guildhall.lottery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.Ledger;
import org.guildhall.lottery.LotteryGround.Limits;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.Histories;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Random histories of draws, pick-ups, cancellations, days and closing, against a plain model. */
@GuildhallTest
@Import({LotteryGround.class, LotteryGround.Shops.class})
class LotteryHistoriesTest {

    private static final int HISTORIES = Integer.getInteger("guildhall.histories", 25);
    private static final int ACTS = 30;
    private static final long POINTS = 35;

    @Autowired
    TestStaff staff;

    @Autowired
    LotteryGround ground;

    @Autowired
    Draws draws;

    @Autowired
    Ledger ledger;

    @Autowired
    MovableClock clock;

    private final HashMap<UUID, String> codes = new HashMap<>();

    /** Something that happens; {@code which} picks a member or a draw. */
    record Act(Kind kind, int which) {}

    enum Kind {
        DRAW,
        REPEAT,
        COLLECT,
        CANCEL,
        DAY_PASSES,
        CLOSE
    }

    @Test
    void every_draw_costs_and_wins_what_a_plain_model_says() {
        var start = clock.instant();
        try {
            Histories.hold(HISTORIES, LotteryHistoriesTest::make, this::live);
            assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
        } finally {
            clock.moveTo(start);
        }
    }

    private static List<Act> make(Random random) {
        var acts = new ArrayList<Act>();
        for (int i = 0; i < ACTS; i++) {
            int dice = random.nextInt(100);
            var kind = dice < 60
                    ? Kind.DRAW
                    : dice < 66
                            ? Kind.REPEAT
                            : dice < 76
                                    ? Kind.COLLECT
                                    : dice < 88 ? Kind.CANCEL : dice < 98 ? Kind.DAY_PASSES : Kind.CLOSE;
            acts.add(new Act(kind, random.nextInt(12)));
        }
        return acts;
    }

    private void live(List<Act> acts) {
        var members = ground.members(3, POINTS);
        var details = ground.details(
                LotteryModel.PRICE,
                new Limits(1, 2, 5),
                LotteryGround.prize("THING", new Award.OfThing(300), 300_000, LotteryModel.STOCK),
                LotteryGround.prize("POINTS", new Award.OfPoints(LotteryModel.WON, 400), 300_000, null),
                LotteryGround.nothing(400_000));
        var model = new LotteryModel(ground.open(details), members, POINTS);
        int days = 0;
        for (var act : acts) {
            clock.advance(Duration.ofSeconds(1));
            switch (act.kind) {
                case DRAW -> draw(model, act.which % members.size());
                case DAY_PASSES -> {
                    // A lottery lasts twenty days; its clock is not told of here.
                    if (days++ < 18) {
                        clock.advance(Duration.ofDays(1));
                    }
                }
                case CLOSE -> close(model);
                default -> later(model, act);
            }
        }
        close(model);
        for (int i = 0; i < members.size(); i++) {
            assertThat(ground.points(members.get(i))).isEqualTo(model.points[i]);
        }
        for (var draw : model.draws) {
            assertThat(staff.asMachine(() -> draws.get(draw.id)).state().code()).isEqualTo(draw.state);
        }
        recompute(model);
    }

    private void draw(LotteryModel model, int member) {
        var expected = model.draw(member, staff.today());
        boolean free = model.free(member);
        try {
            var drawn = ground.draw(model.lottery, model.members.get(member));
            assertThat("done").isEqualTo(expected);
            assertThat(drawn.draw().free()).isEqualTo(free);
            var told = new LotteryModel.Draw(drawn.draw(), member, staff.today());
            model.drawn(told);
            if (drawn.code() != null) {
                codes.put(told.id, drawn.code());
            }
        } catch (Refusal refusal) {
            assertThat(refusal.reason().code()).isEqualTo(expected);
        }
    }

    private void later(LotteryModel model, Act act) {
        if (model.draws.isEmpty()) {
            return;
        }
        var draw = model.draws.get(act.which % model.draws.size());
        var key = UUID.randomUUID().toString();
        switch (act.kind) {
            case COLLECT -> {
                var code = codes.get(draw.id);
                if (code != null) {
                    boolean waits = draw.state.equals("waiting");
                    var command = new CollectPrize(code, ground.store());
                    assertThat(ground.outcome(() -> draws.handOut(command, key)))
                            .isEqualTo(waits ? "done" : "lottery.not-waiting");
                    draw.state = waits ? "handed-out" : draw.state;
                }
            }
            case CANCEL -> {
                var expected = model.cancel(draw);
                assertThat(ground.outcome(() -> draws.cancel(draw.id, new CancelDraw("历史"), key)))
                        .isEqualTo(expected);
            }
            default -> assertThat(ground.outcome(() -> draws.get(draw.id))).isEqualTo("done");
        }
    }

    private void close(LotteryModel model) {
        if (model.open) {
            ground.closeAndReveal(model.lottery);
            model.open = false;
        }
    }

    /** Everything published comes out of the revealed seed by a computation of the model's own. */
    private void recompute(LotteryModel model) {
        var lottery = ground.now(model.lottery);
        var seed = Objects.requireNonNull(lottery.seed());
        assertThat(LotteryModel.sha256(seed)).isEqualTo(lottery.commitment());
        var published = ground.published(model.lottery);
        assertThat(published).hasSameSizeAs(model.draws);
        long hits = 0;
        for (int i = 0; i < published.size(); i++) {
            var one = published.get(i);
            int ticket = LotteryModel.ticket(seed, model.lottery, one.participant(), one.number());
            assertThat(one.ticket()).isEqualTo(ticket);
            assertThat(one.drawn()).isEqualTo(LotteryModel.prize(ticket, one.hit(), false));
            assertThat(one.given()).isEqualTo(LotteryModel.prize(ticket, one.hit(), true));
            assertThat(one.given()).isEqualTo(model.draws.get(i).given);
            assertThat(one.cancelled()).isEqualTo(!model.draws.get(i).stands());
            if (one.drawn().equals("THING")) {
                assertThat(one.hit()).isEqualTo(++hits);
            }
        }
    }
}
