package org.guildhall.sessioncards.acts;

import java.time.Instant;
import java.util.Currency;
import org.guildhall.jooq.sessioncards.tables.records.ShareRecord;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.policies.InForce;
import org.guildhall.prepaid.PaymentMethod;
import org.guildhall.sessioncards.CardFact.Kind;
import org.guildhall.sessioncards.CardRefundQuote;
import org.guildhall.sessioncards.QuoteCardRefund;
import org.guildhall.sessioncards.RefundCard;
import org.guildhall.sessioncards.SessionCardPolicy;
import org.guildhall.sessioncards.SessionCardRefusal;
import org.guildhall.sessioncards.rules.CardRefund;
import org.guildhall.sessioncards.rules.RefundExplanation;
import org.guildhall.sessioncards.rules.Term;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calculates and makes refunds of what is left of a card, within the caller's transaction: by the rules the card was sold under. How
 * much one person refunds alone is the house's own affair and is asked of the rules of the day.
 */
@Component
class Refunding {

    private final FactStore facts;
    private final CardStore cards;
    private final CardBook book;
    private final Surroundings surroundings;
    private final JsonMapper json;

    Refunding(FactStore facts, CardStore cards, CardBook book, Surroundings surroundings, JsonMapper json) {
        this.facts = facts;
        this.cards = cards;
        this.book = book;
        this.surroundings = surroundings;
        this.json = json;
    }

    private record Decided(
            CardRefund.Case asked, CardRefund.Decision.Allowed allowed, InForce<SessionCardPolicy> terms) {}

    CardRefundQuote quote(Opened card, QuoteCardRefund asked, Instant at) {
        var decided = decide(card, asked, at);
        var currency = card.card().getCurrency();
        var refund = Money.of(decided.allowed.refund(), currency);
        return new CardRefundQuote(
                Money.of(card.card().getPrice(), currency),
                Money.of(decided.allowed.counted(), currency),
                refund,
                already(card, at) + refund.minor() > alone(at).minor(),
                PaymentMethod.of(card.card().getMethod()),
                decided.allowed.lines().stream()
                        .map(line -> line(line, currency))
                        .toList(),
                new RefundExplanation(decided.terms, Currency.getInstance(currency))
                        .of(decided.asked, decided.allowed));
    }

    /** Pays back what was expected and ends the card. */
    void refund(Opened card, Act act, RefundCard command, Instant at, boolean mayRefundMuch) {
        var decided = decide(card, command.asked(), at);
        var refund = Money.of(decided.allowed.refund(), card.card().getCurrency());
        if (!refund.equals(command.expected())) {
            throw Refusal.of(new SessionCardRefusal.QuoteOutdated(command.expected(), refund));
        }
        if (!mayRefundMuch) {
            requireSmall(card, refund, alone(at), at);
        }
        for (var share : card.shares()) {
            if (!card.unlimited() && left(share) > 0) {
                var closed = CardBook.of(Kind.CLOSED, share, 0, 0);
                closed.setGivenBack(left(share));
                closed.setStoreId(command.store().value());
                book.book(card, act, closed, at);
            }
        }
        var fact = CardBook.of(Kind.REFUNDED, card, -refund.minor());
        fact.setStoreId(command.store().value());
        fact.setReason(command.reason());
        fact.setInputs(JSONB.valueOf(json.writeValueAsString(decided.asked)));
        fact.setVersion(decided.terms.version());
        book.book(card, act, fact, at);
        cards.refunded(card.id());
    }

    /**
     * All that goes back to the member that day counts together, whoever paid it back, so that one card after the other is no
     * way around; the member's other cards are held while it is judged.
     */
    private void requireSmall(Opened card, Money refund, Money alone, Instant at) {
        cards.lockAll(card.member());
        long already = already(card, at);
        if (already + refund.minor() > alone.minor()) {
            throw Refusal.of(new SessionCardRefusal.RefundTooLarge(
                    alone, Money.of(already, card.card().getCurrency()), refund));
        }
    }

    private long already(Opened card, Instant at) {
        return facts.refundedOn(surroundings.time().dateOf(at), card.member());
    }

    private Decided decide(Opened card, QuoteCardRefund asked, Instant at) {
        card.requireNotRefunded();
        int open = card.shares().stream().mapToInt(ShareRecord::getHeld).sum();
        if (open > 0) {
            throw Refusal.of(new SessionCardRefusal.OpenBookings(open));
        }
        var services = card.shares().stream().map(ShareRecord::getServiceId).toList();
        boolean had =
                facts.usedBefore(card.id(), card.member(), services, card.card().getOccurredAt());
        var day = surroundings.time().dateOf(at);
        var refund = new CardRefund.Case(
                asked.ground(),
                asked.hadBefore() || had,
                card.card().getOccurredOn(),
                day,
                card.card().getPrice(),
                card.shares().stream().map(Refunding::part).toList(),
                card.unlimited() ? new Term(card.card().getDays(), card.card().getLastDay()) : null);
        var terms = surroundings.terms(card);
        return switch (CardRefund.decide(terms.policy(), refund)) {
            case CardRefund.Decision.Refused(var reason) -> throw Refusal.of(reason);
            case CardRefund.Decision.Allowed allowed -> new Decided(refund, allowed, terms);
        };
    }

    private Money alone(Instant at) {
        return surroundings
                .rules(surroundings.time().dateOf(at))
                .policy()
                .refunds()
                .alone();
    }

    private static int left(ShareRecord share) {
        return share.getSessions() - share.getUsed() - share.getGivenBack();
    }

    private static CardRefund.Part part(ShareRecord share) {
        return new CardRefund.Part(
                share.getServiceId(),
                share.getName(),
                share.getSessions() == null ? 0 : share.getSessions(),
                share.getUsed(),
                share.getPrice(),
                share.getListed());
    }

    private static CardRefundQuote.Line line(CardRefund.Line line, String currency) {
        var part = line.part();
        return new CardRefundQuote.Line(
                part.service(),
                part.name(),
                part.sessions(),
                part.used(),
                Money.of(part.price(), currency),
                Money.of(line.counted(), currency));
    }
}
