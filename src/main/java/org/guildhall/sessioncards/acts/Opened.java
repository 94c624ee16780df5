package org.guildhall.sessioncards.acts;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.guildhall.jooq.sessioncards.tables.records.CardRecord;
import org.guildhall.jooq.sessioncards.tables.records.ShareRecord;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.UnitId;
import org.guildhall.sessioncards.SessionCardRefusal;
import org.guildhall.sessioncards.rules.Term;

/** A card that is held by the transaction, with its sessions as they stood when it was opened. */
record Opened(CardRecord card, List<ShareRecord> shares) {

    UUID id() {
        return card.getCardId();
    }

    MemberId member() {
        return new MemberId(card.getMemberId());
    }

    ShareRecord share(UUID service) {
        return shares.stream()
                .filter(share -> share.getServiceId().equals(service))
                .findFirst()
                .orElseThrow(() -> Refusal.of(new SessionCardRefusal.NotOnTheCard(card.getName())));
    }

    void requireNotRefunded() {
        if (card.getRefunded()) {
            throw Refusal.of(new SessionCardRefusal.CardRefunded(card.getName()));
        }
    }

    boolean unlimited() {
        return card.getUnlimited();
    }

    /** The last day if its days begin on this one. */
    static LocalDate lastDay(CardRecord card, LocalDate first) {
        return card.getUnlimited() ? Term.last(first, card.getDays()) : first.plusDays(card.getDays());
    }

    /** Refuses a card of unlimited use whose days are over. */
    void requireTerm(LocalDate day) {
        var last = card.getLastDay();
        if (unlimited() && last != null && day.isAfter(last)) {
            throw Refusal.of(new SessionCardRefusal.TermOver(card.getName(), last));
        }
    }

    /** Refuses a card that cannot be used at the store on the day. */
    void requireUsable(UnitId store, LocalDate day) {
        requireNotRefunded();
        requireTerm(day);
        var last = card.getLastDay();
        if (last != null && day.isAfter(last)) {
            throw Refusal.of(new SessionCardRefusal.CardOver(card.getName(), last));
        }
        var stores = card.getStores();
        if (stores.length > 0 && !Arrays.asList(stores).contains(store.value())) {
            throw Refusal.of(new SessionCardRefusal.NotAtThisStore(card.getName()));
        }
    }
}
