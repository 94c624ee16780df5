package org.guildhall.loyalty.purchases;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guildhall.access.Access;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.Organisation;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.access.StaffDirectory;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Refusal;
import org.guildhall.loyalty.LoyaltyPermissions;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.loyalty.ReturnFact;
import org.springframework.stereotype.Component;

/**
 * Keeps whoever records for some stores to the facts of these stores: a purchase belongs to its store, a return to the store
 * of its purchase. A return whose purchase is not known yet is nobody's, so only who records for all may bring it.
 */
@Component
class Reach {

    private static final Set<UnitKind> NO_PLACE_TO_BUY = EnumSet.of(UnitKind.DEPARTMENT, UnitKind.GROUP);

    private final Access access;
    private final FactStore facts;
    private final Organisation organisation;
    private final StaffDirectory staff;

    Reach(Access access, FactStore facts, Organisation organisation, StaffDirectory staff) {
        this.access = access;
        this.facts = facts;
        this.organisation = organisation;
        this.staff = staff;
    }

    /** Refuses an actor who may not record at all. */
    void require() {
        access.require(LoyaltyPermissions.RECORD);
    }

    /**
     * Refuses all facts if one lies beyond the actor's scope, or names a store or a staff member that is none; nothing is
     * stored then.
     */
    void require(List<PurchaseFact> purchases, List<ReturnFact> returns) {
        var scope = access.require(LoyaltyPermissions.RECORD);
        requireStores(purchases);
        requireStaff(purchases);
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

    private void requireStores(List<PurchaseFact> purchases) {
        purchases.stream()
                .map(PurchaseFact::store)
                .filter(Objects::nonNull)
                .distinct()
                .map(organisation::unit)
                .filter(unit -> NO_PLACE_TO_BUY.contains(unit.kind()))
                .findFirst()
                .ifPresent(unit -> {
                    throw InvalidInput.of("store", unit.name(), "a-store");
                });
    }

    private void requireStaff(List<PurchaseFact> purchases) {
        var named = purchases.stream()
                .map(PurchaseFact::staff)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var known = staff.names(named).keySet();
        named.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw InvalidInput.of("staff", id.toString(), "staff-member");
        });
    }

    /** A purchase that is stored lies where it was made, whatever the same call says of it. */
    private void requireReturns(Scope scope, List<PurchaseFact> purchases, List<ReturnFact> returns) {
        if (returns.isEmpty()) {
            return;
        }
        var brought = purchases.stream().map(Admission::key).collect(Collectors.toSet());
        var keys = returns.stream().map(Admission::purchaseKey).collect(Collectors.toSet());
        var slots = KeySlots.of(keys, FactKeys::purchase, facts::takenPurchases);
        Map<UUID, FactStore.Place> places =
                facts.places(slots.values().stream().map(KeySlots.Slot::id).toList());
        for (var returned : returns) {
            var key = Admission.purchaseKey(returned);
            var slot = slots.get(key);
            var place = slot == null ? null : places.get(slot.id());
            boolean reached =
                    place == null ? brought.contains(key) : Scopes.includes(scope, place.store(), place.staff());
            if (!reached) {
                throw beyond("return " + returned.number());
            }
        }
    }

    private static Refusal beyond(String subject) {
        return Refusal.of(new AccessRefusal.OutOfScope(LoyaltyPermissions.RECORD.code(), subject));
    }
}
