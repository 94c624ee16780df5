package org.guildhall.sessioncards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.guildhall.kernel.Money;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.Ledger;
import org.guildhall.prepaid.AdvanceMoney;
import org.guildhall.prepaid.RefundGround;
import org.guildhall.sessioncards.ProductDetails.Starts;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.Histories;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestStaff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Whatever becomes of a card of unlimited use, what is owed of it each day is what a plain model says, and a day moves what it makes. */
@GuildhallTest
@Import({SessionCardsGround.class, SessionCardsGround.Desks.class})
class UnlimitedCardHistoriesTest {

    private static final int HISTORIES = Integer.getInteger("guildhall.histories", 12);
    private static final int ACTS = 30;
    private static final int DAYS = 13;
    private static final int DAILY = 2;
    private static final long PRICE = SessionCardsGround.PRICE;

    @Autowired
    TestStaff staff;

    @Autowired
    SessionCardsGround ground;

    @Autowired
    SessionCards cards;

    @Autowired
    Ledger ledger;

    @Autowired
    MovableClock clock;

    @Autowired
    AdvanceMoney advances;

    /** Something that happens; {@code which} picks a use or a time. */
    record Act(Kinds kind, int which) {}

    enum Kinds {
        USE,
        REVERSE,
        EXTEND,
        REFUND,
        DAYS_PASS
    }

    /** A use, and the day it was on. */
    private static final class Use {
        final UUID fact;
        final LocalDate day;
        boolean back;

        Use(UUID fact, LocalDate day) {
            this.fact = fact;
            this.day = day;
        }
    }

    /** What the card should be. */
    private static final class Model {
        final UUID card;
        final List<Use> uses = new ArrayList<>();

        @Nullable
        LocalDate lastDay;

        boolean extended;
        boolean refunded;

        Model(UUID card) {
            this.card = card;
        }

        boolean over(LocalDate today) {
            return lastDay != null && today.isAfter(lastDay);
        }

        /** Counted a day at a time, unlike the rule. */
        int left(LocalDate today) {
            int left = 0;
            var last = lastDay;
            if (last == null) {
                return DAYS;
            }
            for (var day = today.plusDays(1); !day.isAfter(last) && left < DAYS; day = day.plusDays(1)) {
                left++;
            }
            return left;
        }

        long owed(LocalDate today) {
            return refunded ? 0 : PRICE - PRICE * (DAYS - left(today)) / DAYS;
        }

        String use(LocalDate today) {
            if (refunded) {
                return "sessioncards.card-refunded";
            }
            if (over(today)) {
                return "sessioncards.term-over";
            }
            long often = uses.stream()
                    .filter(use -> !use.back && use.day.equals(today))
                    .count();
            return often >= DAILY ? "sessioncards.often-enough" : "done";
        }
    }

    @Test
    void every_card_is_as_a_plain_model_says() {
        Histories.hold(HISTORIES, UnlimitedCardHistoriesTest::make, this::live);
        assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
    }

    private static List<Act> make(Random random) {
        var acts = new ArrayList<Act>();
        for (int i = 0; i < ACTS; i++) {
            var kind = Kinds.values()[random.nextInt(Kinds.values().length)];
            boolean rare = kind == Kinds.REFUND && random.nextInt(5) > 0;
            acts.add(new Act(rare ? Kinds.DAYS_PASS : kind, random.nextInt(6)));
        }
        return acts;
    }

    private void live(List<Act> acts) {
        var start = clock.instant();
        try {
            var product = ground.unlimited(ground.fresh(), Starts.FIRST_USE, DAYS, DAILY);
            var model = new Model(ground.sell(ground.member(), product).id());
            for (var act : acts) {
                step(model, act);
                agree(model);
            }
        } finally {
            clock.moveTo(start);
        }
    }

    private void agree(Model model) {
        var today = staff.today();
        var card = staff.asMachine(() -> cards.get(model.card));
        assertThat(card.lastDay()).isEqualTo(model.lastDay);
        assertThat(card.owed()).isEqualTo(Money.cny(model.owed(today)));
        assertThat(advances.heldAt(today.minusDays(1)).plus(advances.movedOn(today)))
                .as("what a day moved is what is held at its end more than the day before")
                .isEqualTo(advances.heldAt(today));
    }

    private void step(Model model, Act act) {
        switch (act.kind) {
            case USE -> use(model);
            case REVERSE -> {
                if (!model.uses.isEmpty()) {
                    reverse(model, model.uses.get(act.which % model.uses.size()));
                }
            }
            case EXTEND -> extend(model, act.which + 1);
            case REFUND -> refund(model);
            case DAYS_PASS -> clock.advance(Duration.ofDays(act.which));
        }
    }

    private void use(Model model) {
        var today = staff.today();
        var expected = model.use(today);
        var command = new UseSession(ground.house().massage(), ground.house().store(), null, Confirmation.CODE);
        expect(expected, () -> cards.use(model.card, command, key()));
        if (expected.equals("done")) {
            model.uses.add(new Use(ground.facts(model.card).getLast().id(), today));
            model.lastDay = model.lastDay == null ? today.plusDays(DAYS - 1) : model.lastDay;
        }
    }

    private void reverse(Model model, Use use) {
        var expected =
                model.refunded ? "sessioncards.card-refunded" : use.back ? "sessioncards.reversed-already" : "done";
        expect(expected, () -> cards.reverse(model.card, new ReverseUse(use.fact, "历史"), key()));
        if (expected.equals("done")) {
            use.back = true;
            if (!model.extended && model.uses.stream().allMatch(one -> one.back)) {
                model.lastDay = null;
            }
        }
    }

    private void extend(Model model, int days) {
        var last = model.lastDay;
        if (model.refunded) {
            expect("sessioncards.card-refunded", () -> extended(model, days));
        } else if (model.over(staff.today())) {
            expect("sessioncards.term-over", () -> extended(model, days));
        } else if (last == null) {
            expect("sessioncards.card-has-no-end", () -> extended(model, days));
        } else {
            expect("done", () -> extended(model, days));
            model.lastDay = last.plusDays(days);
            model.extended = true;
        }
    }

    private CardView extended(Model model, int days) {
        return cards.extend(model.card, new ExtendCard(days, "历史"), key());
    }

    private void refund(Model model) {
        var asked = new QuoteCardRefund(RefundGround.CONSUMER, false);
        long owed = model.owed(staff.today());
        var expected =
                model.refunded ? "sessioncards.card-refunded" : owed == 0 ? "sessioncards.nothing-to-refund" : "done";
        var store = ground.house().store();
        expect(expected, () -> cards.refund(model.card, new RefundCard(asked, Money.cny(owed), store, "历史"), key()));
        model.refunded = model.refunded || expected.equals("done");
    }

    private void expect(String expected, Supplier<?> work) {
        assertThat(ground.outcome(work)).isEqualTo(expected);
    }

    private static String key() {
        return "d|" + UUID.randomUUID();
    }
}
