package org.guildhall.loyalty.purchases;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.Organisation;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.kernel.Refusal;
import org.guildhall.loyalty.LoyaltyPermissions;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.loyalty.ReturnFact;
import org.guildhall.loyalty.purchases.KeySlots.FactKey;
import org.springframework.stereotype.Component;

/**
 * Keeps whoever records for some stores to the facts of these stores: a purchase belongs to its store, a return to the store
 * of its purchase. A return whose purchase is not known yet is nobody's, so only who records for all may bring it.
 */
@Component
class Reach {

    private final Access access;
    private final FactStore facts;
    private final Organisation organisation;

    Reach(Access access, FactStore facts, Organisation organisation) {
        this.access = access;
        this.facts = facts;
        this.organisation = organisation;
    }

    /** Refuses an actor who may not record at all. */
    void require() {
        access.require(LoyaltyPermissions.RECORD);
    }

    /** Refuses all facts if one lies beyond the actor's scope or in a store that does not exist; nothing is stored then. */
    void require(List<PurchaseFact> purchases, List<ReturnFact> returns) {
        var scope = access.require(LoyaltyPermissions.RECORD);
        purchases.stream()
                .map(PurchaseFact::store)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(organisation::unit);
        if (Scopes.includes(scope, null, null)) {
            return;
        }
        for (var fact : purchases) {
            if (!Scopes.includes(scope, fact.store(), fact.staff())) {
                throw beyond("purchase " + fact.number());
            }
        }
        requireReturns(scope, purchases, returns);
    }

    private void requireReturns(Scope scope, List<PurchaseFact> purchases, List<ReturnFact> returns) {
        var keys = new HashSet<FactKey>();
        returns.forEach(one -> keys.add(Admission.purchaseKey(one)));
        purchases.forEach(one -> keys.remove(Admission.key(one)));
        if (keys.isEmpty()) {
            return;
        }
        var slots = KeySlots.of(keys, FactKeys::purchase, facts::takenPurchases);
        Map<UUID, FactStore.Place> places =
                facts.places(slots.values().stream().map(KeySlots.Slot::id).toList());
        for (var returned : returns) {
            var slot = slots.get(Admission.purchaseKey(returned));
            var place = slot == null ? null : places.get(slot.id());
            boolean known = slot == null || place != null;
            if (!known || (place != null && !Scopes.includes(scope, place.store(), place.staff()))) {
                throw beyond("return " + returned.number());
            }
        }
    }

    private static Refusal beyond(String subject) {
        return Refusal.of(new AccessRefusal.OutOfScope(LoyaltyPermissions.RECORD.code(), subject));
    }
}
