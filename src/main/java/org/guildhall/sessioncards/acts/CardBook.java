package org.guildhall.sessioncards.acts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.jooq.sessioncards.tables.records.FactRecord;
import org.guildhall.jooq.sessioncards.tables.records.ShareRecord;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.UnitId;
import org.guildhall.sessioncards.CardFact.Kind;
import org.guildhall.sessioncards.ProductDetails.Starts;
import org.guildhall.sessioncards.SessionCardRefusal;
import org.guildhall.sessioncards.rules.Worth;
import org.springframework.stereotype.Component;

/**
 * Writes down what happens to a card within the caller's transaction: the counts move and the fact is kept, or neither. The card's
 * row is held first; the check of the counts is the guard.
 */
@Component
class CardBook {

    private final CardStore cards;
    private final FactStore facts;
    private final BusinessTime time;
    private final Audit audit;
    private final Reach reach;

    CardBook(CardStore cards, FactStore facts, BusinessTime time, Audit audit, Reach reach) {
        this.cards = cards;
        this.facts = facts;
        this.time = time;
        this.audit = audit;
        this.reach = reach;
    }

    /** Holds the card. */
    Opened open(UUID card) {
        var row = cards.lock(card).orElseThrow(() -> Refusal.of(new SessionCardRefusal.UnknownCard(card)));
        return new Opened(row, cards.shares(card));
    }

    /** Whether the act was done already; asked while the card is held. */
    boolean done(Act act) {
        Optional<UUID> earlier = facts.hash(act.id());
        earlier.ifPresent(act::requireSame);
        return earlier.isPresent();
    }

    /** A fact about sessions of a service. */
    static FactRecord of(Kind kind, ShareRecord share, int used, int held) {
        var fact = new FactRecord();
        fact.setKind(kind.code());
        fact.setServiceId(share.getServiceId());
        fact.setName(share.getName());
        fact.setUsed(used);
        fact.setHeld(held);
        fact.setGivenBack(0);
        fact.setMoney(0L);
        return fact;
    }

    /** A fact about the whole card. */
    static FactRecord of(Kind kind, Opened card, long money) {
        var fact = new FactRecord();
        fact.setKind(kind.code());
        fact.setName(card.card().getName());
        fact.setUsed(0);
        fact.setHeld(0);
        fact.setGivenBack(0);
        fact.setMoney(money);
        return fact;
    }

    /** Moves the counts and keeps the fact. */
    void book(Opened card, Act act, FactRecord fact, Instant at) {
        var day = time.dateOf(at);
        fact.setWorth(fact.getServiceId() == null ? 0 : moved(card, fact));
        begin(card, fact, day);
        fact.setFactId(Ids.derived(act.id() + "|" + fact.getServiceId()));
        fact.setCause(act.id());
        fact.setContentHash(act.hash());
        fact.setCardId(card.id());
        fact.setMemberId(card.card().getMemberId());
        fact.setCurrency(card.card().getCurrency());
        fact.setOccurredOn(day);
        fact.setOccurredAt(CardStore.at(at));
        fact.setRecordedAt(CardStore.at(time.now()));
        fact.setActor(reach.access().actor().reference());
        unbegin(card, fact);
        facts.insert(fact);
        note(card, fact);
    }

    private long moved(Opened card, FactRecord fact) {
        var before = card.share(fact.getServiceId());
        var after = cards.move(card.id(), fact.getServiceId(), fact.getUsed(), fact.getHeld(), fact.getGivenBack())
                .orElseThrow(() -> Refusal.of(new SessionCardRefusal.NothingLeft(before.getName(), before.getHeld())));
        // The price of a card of unlimited use is spread over its days.
        return card.unlimited() ? 0 : worth(after, after.getUsed()) - worth(after, after.getUsed() - fact.getUsed());
    }

    private static long worth(ShareRecord share, int used) {
        return Worth.of(share.getPrice(), share.getSessions(), used);
    }

    /** The first session begins the days of a card that waits for it. */
    private void begin(Opened card, FactRecord fact, LocalDate day) {
        var row = card.card();
        var kind = Kind.of(fact.getKind());
        boolean comes = kind == Kind.USED || kind == Kind.ATTENDED;
        if (comes && row.getLastDay() == null && row.getStarts().equals(Starts.FIRST_USE.code())) {
            var last = Opened.lastDay(row, day);
            cards.end(card.id(), last);
            fact.setLastDay(last);
        }
    }

    /** Where the only use was taken back the card waits for its first again, unless its days were extended since. */
    private void unbegin(Opened card, FactRecord fact) {
        var row = card.card();
        if (Kind.of(fact.getKind()) == Kind.REVERSED
                && row.getLastDay() != null
                && row.getStarts().equals(Starts.FIRST_USE.code())
                && !facts.begun(card.id(), fact.getOfFact())) {
            cards.unend(card.id());
            fact.setUnbegun(true);
        }
    }

    /** Tells the trail what was noticed at the sale. */
    void noticed(Opened card, List<String> notices) {
        for (var notice : notices) {
            audit.record(AuditEntry.of(
                            "sessioncards.noticed",
                            "session-card",
                            card.id(),
                            "name",
                            card.card().getName(),
                            "notice",
                            notice)
                    .about(card.member())
                    .in(new UnitId(card.card().getStoreId())));
        }
    }

    private void note(Opened card, FactRecord fact) {
        if (fact.getKind().equals(Kind.CLOSED.code())) {
            return;
        }
        var entry = AuditEntry.of(
                "sessioncards." + fact.getKind(),
                "session-card",
                card.id(),
                "name",
                fact.getName(),
                "money",
                fact.getMoney() == 0 ? null : Money.of(fact.getMoney(), fact.getCurrency()),
                "reason",
                fact.getReason());
        var about = entry.about(card.member());
        audit.record(fact.getStoreId() == null ? about : about.in(new UnitId(fact.getStoreId())));
    }
}
