package org.guildhall.checkout.acts;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.checkout.Basket;
import org.guildhall.checkout.CheckoutPolicy;
import org.guildhall.checkout.CheckoutRefusal.AboveSaleLimit;
import org.guildhall.checkout.CheckoutRefusal.AboveSaleLimitToday;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.policies.InForce;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds a sale to what one may come to without the permission for large ones. What smells of fraud is kept in the audit log whatever becomes of
 * it: refused attempts in a transaction of their own, and large sales that somebody with the permission has made.
 */
@Component
class SaleLimit {

    private static final String SMELL = "checkout.above-sale-limit";

    private final Reach reach;
    private final CheckoutStore store;
    private final Audit audit;
    private final Alarms alarms;

    SaleLimit(Reach reach, CheckoutStore store, Audit audit, Alarms alarms) {
        this.reach = reach;
        this.store = store;
        this.audit = audit;
        this.alarms = alarms;
    }

    /** Keeps what becomes of an attempt apart from the attempt. */
    @Component
    static class Alarms {

        private final Audit audit;

        Alarms(Audit audit) {
            this.audit = audit;
        }

        @Transactional(propagation = Propagation.REQUIRES_NEW)
        public void raise(AuditEntry entry) {
            audit.record(entry);
        }
    }

    /** Why the actor may not sell so much; nothing of a basket that cannot be priced, which is refused for that. */
    Optional<AboveSaleLimit> judge(Basket basket, InForce<CheckoutPolicy> rules) {
        var most = rules.policy().mostPerSale();
        long total = 0;
        for (var line : basket.lines()) {
            if (!Quoting.isSound(line.amount(), most.currency())) {
                return Optional.empty();
            }
            total += line.amount().minor();
        }
        return rules.policy().isLarge(total) && !reach.maySellLarge(basket.store())
                ? Optional.of(new AboveSaleLimit(new Money(total, most.currency()), most, rules.clause()))
                : Optional.empty();
    }

    /** Refuses what was judged too large, unless the key sold it before: then it is answered again. */
    void refuse(Basket basket, Asked asked, AboveSaleLimit reason) {
        if (!store.done(asked.id(), asked.hash())) {
            alarms.raise(entry(asked.id(), basket, reason.total(), "refused"));
            throw Refusal.of(reason);
        }
    }

    /** Keeps that somebody tried to sell a member more in pieces, once the attempt has been taken back. */
    void alarm(Basket basket, Asked asked, AboveSaleLimitToday reason) {
        alarms.raise(entry(asked.id(), basket, reason.total(), "refused"));
    }

    /** Keeps that somebody who may has made a large sale; what the machine tells is no hand's. */
    void notice(Sale sale) {
        var offer = sale.offer();
        if (isLarge(offer) && !(reach.access().actor() instanceof Actor.Machine)) {
            audit.record(entry(
                    sale.id(),
                    sale.command().basket(),
                    offer.money(offer.priced().total()),
                    "sold"));
        }
    }

    /** Whether the sale is one that is kept in mind. */
    static boolean isLarge(Quoting.Offer offer) {
        return offer.rules().policy().isLarge(offer.priced().total());
    }

    private static AuditEntry entry(UUID checkout, Basket basket, Money total, String outcome) {
        return new AuditEntry(
                "checkout.sale-suspected",
                "checkout",
                checkout.toString(),
                basket.member(),
                basket.store(),
                Map.of("suspicion", SMELL, "outcome", outcome, "total", total));
    }
}
