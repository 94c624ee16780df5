package org.guildhall.sessioncards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Money;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.Ledger;
import org.guildhall.prepaid.AdvanceMoney;
import org.guildhall.prepaid.RefundGround;
import org.guildhall.sessioncards.CardFact.Kind;
import org.guildhall.sessioncards.rules.Worth;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.Histories;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Whatever is used, booked, cancelled, missed, reversed, extended, activated again and refunded in whatever order, a plain model agrees after each act. */
@GuildhallTest
@Import({SessionCardsGround.class, SessionCardsGround.Desks.class})
class SessionCardHistoriesTest {

    private static final int HISTORIES = Integer.getInteger("guildhall.histories", 20);
    private static final int ACTS = 40;

    @Autowired
    TestStaff staff;

    @Autowired
    SessionCardsGround ground;

    @Autowired
    SessionCards cards;

    @Autowired
    Bookings bookings;

    @Autowired
    Ledger ledger;

    @Autowired
    MovableClock clock;

    @Autowired
    BusinessTime time;

    @Autowired
    AdvanceMoney advances;

    /** Something that happens; {@code which} picks a use, a booking or a time. */
    record Act(Kinds kind, int which) {}

    enum Kinds {
        USE,
        BOOK,
        REVERSE,
        CANCEL,
        CHECK_IN,
        NO_SHOW,
        EXTEND,
        REACTIVATE,
        REFUND,
        HOURS_PASS,
        DAYS_PASS
    }

    @Test
    void every_card_is_as_a_plain_model_says() {
        Histories.hold(HISTORIES, SessionCardHistoriesTest::make, this::live);
        assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
    }

    private static List<Act> make(Random random) {
        var acts = new ArrayList<Act>();
        for (int i = 0; i < ACTS; i++) {
            var kind = Kinds.values()[random.nextInt(Kinds.values().length)];
            boolean rare = kind == Kinds.REFUND && random.nextInt(6) > 0;
            acts.add(new Act(rare ? Kinds.BOOK : kind, random.nextInt(9)));
        }
        return acts;
    }

    private void live(List<Act> acts) {
        var start = clock.instant();
        try {
            ground.fresh();
            var model = new SessionCardModel(ground.sell(ground.member()).id());
            for (var act : acts) {
                step(model, act);
                agree(model);
            }
        } finally {
            clock.moveTo(start);
        }
    }

    private void agree(SessionCardModel model) {
        var share = ground.share(model.card, ground.house().massage());
        assertThat(share.used()).isEqualTo(model.used());
        assertThat(share.held()).isEqualTo(model.held());
        assertThat(share.left()).isEqualTo(model.left());
        var card = staff.asMachine(() -> cards.get(model.card));
        assertThat(card.lastDay()).isEqualTo(model.lastDay);
        long lessons = SessionCardsGround.PRICE - share.price().minor();
        long massages =
                share.price().minor() - Worth.of(share.price().minor(), SessionCardsGround.MASSAGES, model.used());
        assertThat(card.owed()).isEqualTo(Money.cny(model.refunded ? 0 : lessons + massages));
        var today = staff.today();
        assertThat(advances.heldAt(today.minusDays(1)).plus(advances.movedOn(today)))
                .as("what a day moved is what is held at its end more than the day before")
                .isEqualTo(advances.heldAt(today));
    }

    private void step(SessionCardModel model, Act act) {
        switch (act.kind) {
            case USE -> use(model);
            case BOOK -> book(model, act.which);
            case REVERSE -> {
                if (!model.uses.isEmpty()) {
                    var use = model.uses.get(act.which % model.uses.size());
                    expect(model.reverse(use), () -> cards.reverse(model.card, new ReverseUse(use.fact, "历史"), key()));
                }
            }
            case CANCEL, CHECK_IN, NO_SHOW -> end(model, act);
            case EXTEND -> extend(model, act.which);
            case REACTIVATE -> reactivate(model, act.which);
            case REFUND -> refund(model);
            case HOURS_PASS -> clock.advance(Duration.ofHours(act.which));
            case DAYS_PASS -> clock.advance(Duration.ofDays(act.which == 8 ? 1_100 : 1));
        }
    }

    private void use(SessionCardModel model) {
        var expected = model.use(staff.today());
        var command = new UseSession(ground.house().massage(), ground.house().store(), null, Confirmation.IN_PERSON);
        expect(expected, () -> cards.use(model.card, command, key()));
        if (expected.equals("done")) {
            taken(model);
        }
    }

    /** The last fact took a session; the first one begins the card's days. */
    private void taken(SessionCardModel model) {
        var last = ground.facts(model.card).getLast();
        model.uses.add(new SessionCardModel.Use(last.id(), last.kind() != Kind.NO_SHOW));
        if (model.lastDay == null && last.kind() != Kind.NO_SHOW) {
            model.lastDay = staff.today().plusDays(1_096);
        }
    }

    private void book(SessionCardModel model, int which) {
        var day = staff.today().plusDays(1 + which % 3);
        var start = ground.at(day, java.time.LocalTime.of(9 + which % 8, 0));
        if (model.bookings.stream().anyMatch(one -> one.state.equals("booked") && one.start.equals(start))) {
            expect("sessioncards.slot-taken", () -> bookings.book(booking(model, start), key()), model.book(day));
            return;
        }
        var expected = model.book(day);
        expect(expected, () -> {
            var booked = bookings.book(booking(model, start), key());
            model.bookings.add(new SessionCardModel.Booked(booked.id(), start));
            return booked;
        });
    }

    private BookSession booking(SessionCardModel model, Instant start) {
        return ground.booking(model.card, ground.house().massage(), start);
    }

    private void end(SessionCardModel model, Act act) {
        if (model.bookings.isEmpty()) {
            return;
        }
        var booking = model.bookings.get(act.which % model.bookings.size());
        var now = clock.instant();
        boolean takes = false;
        switch (act.kind) {
            case CANCEL ->
                expect(
                        model.cancel(booking, now),
                        () -> bookings.cancel(booking.id, new CancelBooking(CancelBooking.By.MEMBER, "历史"), key()));
            case CHECK_IN -> {
                var expected = model.checkIn(booking, time.dateOf(booking.start).equals(staff.today()));
                takes = expected.equals("done");
                expect(expected, () -> bookings.checkIn(booking.id, new CheckIn(Confirmation.CODE), key()));
            }
            default -> {
                var expected = model.noShow(booking, now);
                takes = expected.equals("done");
                expect(expected, () -> bookings.noShow(booking.id, key()));
            }
        }
        if (takes) {
            taken(model);
        }
    }

    private void extend(SessionCardModel model, int which) {
        var last = model.lastDay;
        var expected =
                model.refunded ? "sessioncards.card-refunded" : last == null ? "sessioncards.card-has-no-end" : "done";
        if (expected.equals("done") && last != null) {
            var from = last.isBefore(staff.today()) ? staff.today() : last;
            model.lastDay = from.plusDays(which + 1L);
            model.extended = true;
        }
        expect(expected, () -> cards.extend(model.card, new ExtendCard(which + 1, "历史"), key()));
    }

    /** Activates it again, and takes that back now and then. */
    private void reactivate(SessionCardModel model, int which) {
        var before = model.lastDay;
        var expected = model.reactivate(staff.today());
        expect(expected, () -> cards.reactivate(model.card, new ReactivateCard("历史"), key()));
        if (expected.equals("done") && which > 5) {
            var fact = ground.facts(model.card).getLast().id();
            expect("done", () -> cards.reverse(model.card, new ReverseUse(fact, "历史"), key()));
            model.lastDay = before;
            model.reactivated--;
        }
    }

    private void refund(SessionCardModel model) {
        var asked = new QuoteCardRefund(RefundGround.MERCHANT, false);
        expect(model.refund(), () -> {
            var quote = cards.quote(model.card, asked);
            return cards.refund(
                    model.card,
                    new RefundCard(asked, quote.refund(), ground.house().store(), "历史"),
                    key());
        });
    }

    private void expect(String expected, Supplier<?> work) {
        assertThat(ground.outcome(work)).isEqualTo(expected);
    }

    /** Something stands in the way; what stands before it says so first. */
    private void expect(String otherwise, Supplier<?> work, String before) {
        boolean earlier = before.equals("sessioncards.card-refunded") || before.equals("sessioncards.card-over");
        expect(earlier ? before : otherwise, work);
    }

    private static String key() {
        return "h|" + UUID.randomUUID();
    }
}
