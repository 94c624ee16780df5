package org.guildhall.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.UnitId;
import org.guildhall.members.MemberStatus;
import org.guildhall.members.Members;
import org.guildhall.prepaid.PaymentMethod;
import org.guildhall.prepaid.RefundGround;
import org.guildhall.sessioncards.CardView;
import org.guildhall.sessioncards.Confirmation;
import org.guildhall.sessioncards.ExtendCard;
import org.guildhall.sessioncards.FoundingSessionCards;
import org.guildhall.sessioncards.ProductView;
import org.guildhall.sessioncards.QuoteCardRefund;
import org.guildhall.sessioncards.RefundCard;
import org.guildhall.sessioncards.SellCard;
import org.guildhall.sessioncards.SessionCards;
import org.guildhall.sessioncards.UseSession;
import org.springframework.stereotype.Component;

/** Who bought cards of unlimited use for a month or a year, how often they came, and who gave theirs back. */
@Component
class YearCards {

    private static final int CANDIDATES = 80;
    private static final int BUYERS = 9;
    private static final int LONGEST_AGO = 50;
    private static final int SHORTEST_AGO = 18;
    private static final int STEP = 4;
    private static final int LATEST_AGO = 5;
    private static final int EXTENDED = 5;
    private static final int REFUNDED = 4;

    private final FoundingSessionCards cards;
    private final Studio studio;
    private final Members members;
    private final Sittings.Company company;
    private final BusinessTime time;

    YearCards(FoundingSessionCards cards, Studio studio, Members members, Sittings.Company company, BusinessTime time) {
        this.cards = cards;
        this.studio = studio;
        this.members = members;
        this.company = company;
        this.time = time;
    }

    /** A member, their place among the buyers, the store they go to, and when they bought. */
    private record Guest(MemberId member, int place, UnitId store, int daysAgo) {}

    /** Tells all of it; told again, it changes nothing. */
    void tell(DemoStory story) {
        var cast = Cast.of(company.organisation(), company.staff());
        var onSale = studio.fill(cast).stream()
                .filter(product -> product.details().unlimited() != null)
                .toList();
        for (var guest : guests(story, cast)) {
            lived(story, guest, onSale.get(guest.place % onSale.size()));
        }
    }

    private void lived(DemoStory story, Guest guest, ProductView product) {
        var sale = new SellCard(
                guest.member, product.id(), guest.store, product.details().price(), PaymentMethod.CODE, null);
        var card = cards.asOf(at(story, guest.daysAgo, 10), (then, bookings) -> then.sell(sale, key(guest, "sold")));
        var service = card.shares().getFirst().service();
        for (int ago = guest.daysAgo; ago > LATEST_AGO; ago -= STEP) {
            var use = new UseSession(service, guest.store, null, Confirmation.CODE);
            var key = key(guest, "used-" + ago);
            possible(story, ago, 14, then -> then.use(card.id(), use, key));
        }
        if (guest.place == EXTENDED) {
            var closed = new ExtendCard(STEP, "门店装修停业四天，顺延");
            possible(story, SHORTEST_AGO - STEP, 16, then -> then.extend(card.id(), closed, key(guest, "extended")));
        }
        if (guest.place == REFUNDED) {
            possible(story, LATEST_AGO, 15, then -> refunded(then, guest, card));
        }
    }

    private static CardView refunded(SessionCards then, Guest guest, CardView card) {
        var asked = new QuoteCardRefund(RefundGround.CONSUMER, false);
        var due = then.quote(card.id(), asked).refund();
        return then.refund(card.id(), new RefundCard(asked, due, guest.store, "会员搬到外地"), key(guest, "refunded"));
    }

    /** The story tells only what could happen: nobody comes when the days are over. */
    private void possible(DemoStory story, int daysAgo, int hour, Function<SessionCards, ?> act) {
        try {
            cards.<Object>asOf(at(story, daysAgo, hour), (then, bookings) -> act.apply(then));
        } catch (Refusal refusal) {
            // Nothing happened then.
        }
    }

    private static String key(Guest guest, String what) {
        return "demo|year-card|" + guest.place + "|" + what;
    }

    private Instant at(DemoStory story, int daysAgo, int hour) {
        return story.today()
                .minusDays(daysAgo)
                .atTime(hour, 20)
                .atZone(time.zone())
                .toInstant();
    }

    private List<Guest> guests(DemoStory story, Cast cast) {
        var sketches = new Sketchbook(story).members(0, Math.min(CANDIDATES, story.members()));
        var ids =
                members.findByNumber(sketches.stream().map(MemberSketch::number).toList());
        var guests = new ArrayList<Guest>();
        for (var sketch : sketches) {
            var id = ids.get(sketch.number());
            int place = guests.size();
            if (place < BUYERS
                    && id != null
                    && sketch.joinedOn().isBefore(story.today().minusDays(LONGEST_AGO))
                    && active(id)) {
                int daysAgo = place / 2 % 2 == 0 ? SHORTEST_AGO : LONGEST_AGO - place;
                guests.add(new Guest(id, place, cast.stores().get(sketch.store()), daysAgo));
            }
        }
        return guests;
    }

    private boolean active(MemberId member) {
        var facts = members.facts(List.of(member)).get(member);
        return facts != null && facts.status() == MemberStatus.ACTIVE;
    }
}
