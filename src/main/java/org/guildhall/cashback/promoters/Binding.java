package org.guildhall.cashback.promoters;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.cashback.CashbackEvent;
import org.guildhall.cashback.CashbackRefusal;
import org.guildhall.jooq.cashback.tables.records.BondRecord;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.loyalty.Occasions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Binds customers to who recommended them, one at a time, within the caller's transaction. */
@Component
class Binding {

    private final PromoterStore store;
    private final ApplicationEventPublisher events;
    private final Access access;
    private final BusinessTime time;
    private final Thanks thanks;

    Binding(PromoterStore store, ApplicationEventPublisher events, Access access, BusinessTime time, Thanks thanks) {
        this.thanks = thanks;
        this.store = store;
        this.events = events;
        this.access = access;
        this.time = time;
    }

    /** Who thanks members for bringing others, and locks those concerned. */
    @Component
    record Thanks(ObjectProvider<Loyalty> loyalty, ObjectProvider<Occasions> occasions) {}

    /** What is asked: by which act, whom to whom, why, and when. */
    record Wish(Act act, MemberId customer, @Nullable MemberId promoter, String reason, Instant at) {}

    /** Whether the act was done before. */
    boolean done(Act act) {
        var earlier = store.bond(act.id());
        earlier.ifPresent(row -> act.requireSame(row.getContentHash()));
        return earlier.isPresent();
    }

    /** The first touch. */
    void first(Wish wish) {
        store.lockTree();
        if (store.current(wish.customer).isPresent()) {
            throw Refusal.of(new CashbackRefusal.BoundAlready(wish.customer));
        }
        bind(wish, Optional.empty());
    }

    /** A change by authority. */
    void again(Wish wish) {
        store.lockTree();
        var current =
                store.current(wish.customer).orElseThrow(() -> Refusal.of(new CashbackRefusal.NotBound(wish.customer)));
        var promoter = wish.promoter == null ? null : wish.promoter.value();
        if (java.util.Objects.equals(current.getPromoterId(), promoter)) {
            throw Refusal.of(new CashbackRefusal.NothingChanges(wish.customer));
        }
        bind(wish, Optional.of(current));
    }

    private void bind(Wish wish, Optional<BondRecord> current) {
        if (wish.promoter != null) {
            requireSound(wish.customer, wish.promoter);
        }
        var row = new BondRecord();
        row.setCustomerId(wish.customer.value());
        row.setStep(current.map(BondRecord::getStep).orElse(0) + 1);
        row.setPreviousStep(current.map(BondRecord::getStep).orElse(null));
        row.setBondId(wish.act.id());
        row.setPromoterId(wish.promoter == null ? null : wish.promoter.value());
        row.setReason(wish.reason);
        row.setContentHash(wish.act.hash());
        row.setOccurredAt(PromoterStore.at(wish.at));
        row.setRecordedAt(PromoterStore.at(time.now()));
        row.setActor(access.actor().reference());
        store.insert(row);
        var concerned = new HashSet<>(Set.of(wish.customer));
        concerned.addAll(store.brought(wish.customer));
        if (wish.promoter != null && current.isEmpty()) {
            thank(wish, wish.promoter, concerned);
        }
        events.publishEvent(new CashbackEvent.CustomersBound(concerned));
    }

    /** Everybody is locked at once, since others lock whole groups in their order. */
    private void thank(Wish wish, MemberId promoter, Set<MemberId> concerned) {
        var all = new HashSet<>(concerned);
        all.add(promoter);
        thanks.loyalty.getObject().lock(all);
        thanks.occasions.getObject().brought(promoter, wish.customer, wish.at);
    }

    /** Whoever recommends is a promoter, and neither the customer nor anybody the customer brought. */
    private void requireSound(MemberId customer, MemberId promoter) {
        if (customer.equals(promoter)) {
            throw Refusal.of(new CashbackRefusal.SelfRecommendation(customer));
        }
        if (store.promoter(promoter).isEmpty() || store.end(promoter).isPresent()) {
            throw Refusal.of(new CashbackRefusal.NotAPromoter(promoter));
        }
        var seen = new HashSet<UUID>();
        var above = Optional.of(promoter.value());
        while (above.isPresent() && seen.add(above.get())) {
            if (above.get().equals(customer.value())) {
                throw Refusal.of(new CashbackRefusal.ClosesARing(customer, promoter));
            }
            above = store.current(new MemberId(above.get())).map(BondRecord::getPromoterId);
        }
    }
}
