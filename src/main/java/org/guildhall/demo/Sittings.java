package org.guildhall.demo;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.guildhall.access.Organisation;
import org.guildhall.access.StaffDirectory;
import org.guildhall.demo.people.Dice;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.UnitId;
import org.guildhall.members.Members;
import org.guildhall.prepaid.PaymentMethod;
import org.guildhall.prepaid.RefundGround;
import org.guildhall.sessioncards.BookSession;
import org.guildhall.sessioncards.BookingView;
import org.guildhall.sessioncards.CancelBooking;
import org.guildhall.sessioncards.CardFact;
import org.guildhall.sessioncards.CardView;
import org.guildhall.sessioncards.CheckIn;
import org.guildhall.sessioncards.Confirmation;
import org.guildhall.sessioncards.FoundingSessionCards;
import org.guildhall.sessioncards.ProductView;
import org.guildhall.sessioncards.QuoteCardRefund;
import org.guildhall.sessioncards.RefundCard;
import org.guildhall.sessioncards.ReverseUse;
import org.guildhall.sessioncards.SellCard;
import org.guildhall.sessioncards.SessionCards;
import org.guildhall.sessioncards.UseSession;
import org.springframework.stereotype.Component;

/**
 * Who bought session cards during the last two months, who came with and without a booking, who did not, and what is booked for
 * the next days.
 */
@Component
class Sittings {

    private static final List<Confirmation> WAYS =
            List.of(Confirmation.SIGNATURE, Confirmation.CODE, Confirmation.IN_PERSON);
    private static final int CANDIDATES = 220;
    private static final int BUYERS = 32;
    private static final int SOLD_DAYS_AGO = 50;
    private static final int VISITS = 3;
    private static final int REFUNDED = 8;
    private static final int MISSED = 7;
    private static final int CALLED_OFF = 5;
    private static final int REVERSED = 9;
    private static final int AHEAD = 4;
    private static final PaymentMethod[] METHODS = PaymentMethod.values();

    private final FoundingSessionCards cards;
    private final Studio studio;
    private final Members members;
    private final Company company;
    private final BusinessTime time;

    Sittings(FoundingSessionCards cards, Studio studio, Members members, Company company, BusinessTime time) {
        this.cards = cards;
        this.studio = studio;
        this.members = members;
        this.company = company;
        this.time = time;
    }

    /** Its stores and people. */
    @Component
    record Company(Organisation organisation, StaffDirectory staff) {}

    /** A member, their place among the buyers, and the store they go to. */
    private record Guest(MemberId member, int place, UnitId store) {}

    /** Tells all of it; told again, it changes nothing. */
    void tell(DemoStory story) {
        var cast = Cast.of(company.organisation, company.staff);
        var onSale = studio.fill(cast).stream()
                .filter(product -> product.details().unlimited() == null)
                .toList();
        for (var guest : guests(story, cast)) {
            var product = onSale.get(guest.place % onSale.size());
            possible(() -> sold(story, guest, product)).ifPresent(card -> lived(story, guest, card));
        }
    }

    private CardView sold(DemoStory story, Guest guest, ProductView product) {
        var dice = Dice.of(story.seed(), "session-cards", guest.place);
        var method = METHODS[dice.between(0, METHODS.length - 1)];
        var price = product.details().price();
        var command = new SellCard(guest.member, product.id(), guest.store, price, method, null);
        var at = at(story, dice.between(SOLD_DAYS_AGO - 12, SOLD_DAYS_AGO), 11 + guest.place % 8);
        return cards.asOf(at, (then, bookings) -> then.sell(command, key(guest, "sold")));
    }

    private void lived(DemoStory story, Guest guest, CardView card) {
        var service = card.shares().get(guest.place % card.shares().size()).service();
        int visits = 1 + guest.place % VISITS;
        for (int visit = 0; visit < visits; visit++) {
            int daysAgo = SOLD_DAYS_AGO - 16 - visit * 9 - guest.place % 4;
            if (visit % 2 == 0) {
                booked(story, guest, new Visit(card.id(), service, daysAgo, visit));
            } else {
                used(story, guest, new Visit(card.id(), service, daysAgo, visit));
            }
        }
        if (guest.place % REFUNDED == 3) {
            possible(() -> cards.asOf(at(story, 3, 15), (then, bookings) -> refunded(then, guest, card)));
        } else {
            ahead(story, guest, card.id(), service);
        }
    }

    /** One coming, or not coming. */
    private record Visit(UUID card, UUID service, int daysAgo, int number) {}

    private void used(DemoStory story, Guest guest, Visit visit) {
        var key = key(guest, "used-" + visit.number);
        var command = new UseSession(visit.service, guest.store, null, WAYS.get(visit.number % WAYS.size()));
        var at = at(story, visit.daysAgo, 12 + guest.place % 6);
        boolean mistaken = guest.place % REVERSED == 1;
        possible(() -> cards.asOf(at, (then, bookings) -> {
            var used = then.use(visit.card, command, key);
            return mistaken ? reversed(then, used, key) : used;
        }));
    }

    private static CardView reversed(SessionCards then, CardView card, String key) {
        return then.facts(card.id()).stream()
                .filter(fact -> fact.kind() == CardFact.Kind.USED)
                .reduce((first, second) -> second)
                .map(fact -> then.reverse(card.id(), new ReverseUse(fact.id(), "记错了会员"), key))
                .orElse(card);
    }

    private void booked(DemoStory story, Guest guest, Visit visit) {
        var key = key(guest, "booked-" + visit.number);
        var start = start(story, -visit.daysAgo, guest.place + visit.number);
        var command = new BookSession(visit.card, visit.service, guest.store, start, null, null);
        possible(() -> cards.asOf(at(story, visit.daysAgo + 2, 9), (then, bookings) -> bookings.book(command, key)))
                .ifPresent(booking -> ended(guest, visit, booking));
    }

    private void ended(Guest guest, Visit visit, BookingView booking) {
        var key = key(guest, "ended-" + visit.number);
        int which = guest.place + visit.number;
        if (which % CALLED_OFF == 2) {
            var cancel = new CancelBooking(CancelBooking.By.MEMBER, which % 2 == 0 ? "临时有事" : "改天再来");
            var at = booking.startsAt().minusSeconds(which % 2 == 0 ? 5_400 : 100_000);
            possible(() -> cards.asOf(at, (then, bookings) -> bookings.cancel(booking.id(), cancel, key)));
        } else if (which % MISSED == 4) {
            possible(() -> cards.asOf(booking.endsAt(), (then, bookings) -> bookings.noShow(booking.id(), key)));
        } else {
            var came = new CheckIn(WAYS.get(which % WAYS.size()));
            possible(() ->
                    cards.asOf(booking.startsAt(), (then, bookings) -> bookings.checkIn(booking.id(), came, key)));
        }
    }

    private static CardView refunded(SessionCards then, Guest guest, CardView card) {
        var ground = guest.place % 2 == 0 ? RefundGround.MERCHANT : RefundGround.CONSUMER;
        var asked = new QuoteCardRefund(ground, false);
        var quote = then.quote(card.id(), asked);
        var reason = ground == RefundGround.MERCHANT ? "门店暂停该项目" : "会员搬到外地";
        return then.refund(
                card.id(), new RefundCard(asked, quote.refund(), guest.store, reason), key(guest, "refunded"));
    }

    /** What is booked for today and the next days. */
    private void ahead(DemoStory story, Guest guest, UUID card, UUID service) {
        var start = start(story, guest.place % AHEAD, guest.place);
        if (start.isAfter(time.now())) {
            var command = new BookSession(card, service, guest.store, start, null, null);
            var key = key(guest, "ahead");
            possible(() -> cards.asOf(at(story, 2, 16), (then, bookings) -> bookings.book(command, key)));
        }
    }

    /** The story tells only what could happen: nothing where somebody else was quicker. */
    private static <T> Optional<T> possible(Supplier<T> act) {
        try {
            return Optional.of(act.get());
        } catch (Refusal refusal) {
            return Optional.empty();
        }
    }

    private static String key(Guest guest, String what) {
        return "demo|session-card|" + guest.place + "|" + what;
    }

    private Instant start(DemoStory story, int days, int which) {
        var clock = LocalTime.of(10 + which * 2 % 9, which % 2 * 30);
        return story.today().plusDays(days).atTime(clock).atZone(time.zone()).toInstant();
    }

    private Instant at(DemoStory story, int daysAgo, int hour) {
        return story.today()
                .minusDays(daysAgo)
                .atTime(hour, 5)
                .atZone(time.zone())
                .toInstant();
    }

    private List<Guest> guests(DemoStory story, Cast cast) {
        int count = Math.min(CANDIDATES, story.members());
        var sketches = new Sketchbook(story).members(0, count);
        var ids =
                members.findByNumber(sketches.stream().map(MemberSketch::number).toList());
        var guests = new ArrayList<Guest>();
        for (int i = count - 1; i >= 0 && guests.size() < BUYERS; i--) {
            var sketch = sketches.get(i);
            var id = ids.get(sketch.number());
            if (id != null && sketch.joinedOn().isBefore(story.today().minusDays(SOLD_DAYS_AGO))) {
                guests.add(new Guest(id, guests.size(), cast.stores().get(sketch.store())));
            }
        }
        return guests;
    }
}
