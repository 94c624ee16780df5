package org.guildhall.sessioncards.acts;

import java.time.Instant;
import org.guildhall.jooq.sessioncards.tables.records.FactRecord;
import org.guildhall.jooq.sessioncards.tables.records.ShareRecord;
import org.guildhall.kernel.Refusal;
import org.guildhall.sessioncards.CardFact.Kind;
import org.guildhall.sessioncards.ReactivateCard;
import org.guildhall.sessioncards.ReverseUse;
import org.guildhall.sessioncards.SessionCardRefusal;
import org.springframework.stereotype.Component;

/**
 * Activates cards again that ended with sessions left, free of charge and by the rules of the day, and takes that back; within the
 * caller's transaction.
 */
@Component
record Reactivating(CardStore cards, FactStore facts, CardBook book, Surroundings surroundings) {

    /** The card is good again from today. */
    void reactivate(Opened card, Act act, ReactivateCard command, Instant at) {
        card.requireNotRefunded();
        var today = surroundings.time().dateOf(at);
        card.requireTerm(today);
        var last = card.card().getLastDay();
        if (last == null || !today.isAfter(last)) {
            throw Refusal.of(new SessionCardRefusal.NotOver(card.card().getName()));
        }
        if (card.shares().stream().noneMatch(Reactivating::left)) {
            throw Refusal.of(
                    new SessionCardRefusal.NothingToReactivate(card.card().getName()));
        }
        var rules = surroundings.rules(today);
        var allowed = rules.policy().reactivation();
        int times = facts.reactivations(card.id());
        if (times >= allowed.most()) {
            throw Refusal.of(new SessionCardRefusal.ReactivatedOften(times, allowed.most(), allowed.source()));
        }
        var later = today.plusDays(allowed.days());
        cards.end(card.id(), later);
        var fact = CardBook.of(Kind.REACTIVATED, card, 0);
        fact.setLastDay(later);
        fact.setReason(command.reason());
        fact.setVersion(rules.version());
        book.book(card, act, fact, at);
    }

    /** The card is over as it was before; refused once it was used, booked or extended since. */
    void takeBack(Opened card, Act act, FactRecord reactivated, ReverseUse command, Instant at) {
        if (facts.reversed(reactivated.getFactId())) {
            throw Refusal.of(new SessionCardRefusal.ReversedAlready(reactivated.getFactId()));
        }
        if (facts.movedSince(reactivated)) {
            throw Refusal.of(new SessionCardRefusal.UsedSince(card.card().getName()));
        }
        var before = facts.lastDayBefore(reactivated);
        cards.end(card.id(), before);
        var fact = CardBook.of(Kind.DEACTIVATED, card, 0);
        fact.setOfFact(reactivated.getFactId());
        fact.setLastDay(before);
        fact.setReason(command.reason());
        book.book(card, act, fact, at);
    }

    private static boolean left(ShareRecord share) {
        return share.getUsed() + share.getGivenBack() < share.getSessions();
    }
}
