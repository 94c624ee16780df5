package org.guildhall.loyalty.purchases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.loyalty.BulkOutcome;
import org.guildhall.loyalty.BulkOutcome.Kind;
import org.guildhall.loyalty.LoyaltyRefusal;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.loyalty.ReturnFact;
import org.guildhall.loyalty.purchases.KeySlots.FactKey;
import org.guildhall.loyalty.purchases.KeySlots.Slot;
import org.guildhall.loyalty.recording.Judgement;
import org.guildhall.loyalty.replay.Bought;
import org.guildhall.loyalty.replay.GivenBack;
import org.guildhall.loyalty.replay.MemberHistory;
import org.guildhall.loyalty.replay.Remainder;
import org.jspecify.annotations.Nullable;

/** Decides which incoming facts are new, which are known already and which are refused, given what is stored. */
final class Admission {

    private final Map<MemberId, MemberHistory> histories;
    private final Map<FactKey, Slot> purchaseSlots;
    private final Map<FactKey, Slot> returnSlots;
    private final Judgement byHand;
    private final Map<FactKey, Incoming.Purchase> newPurchases = new HashMap<>();
    private final Map<FactKey, Incoming.Return> newReturns = new HashMap<>();
    private final Map<FactKey, Remainder> remainders = new HashMap<>();
    private final Map<MemberId, Map<FactKey, Bought>> boughtBy = new HashMap<>();
    final List<Accepted.Purchase> purchases = new ArrayList<>();
    final List<Accepted.Return> returns = new ArrayList<>();
    final List<BulkOutcome.Refused> refused = new ArrayList<>();
    final Map<FactKey, UUID> purchaseIds = new HashMap<>();
    final Map<FactKey, UUID> returnIds = new HashMap<>();
    int replayed;

    Admission(
            Map<MemberId, MemberHistory> histories,
            Map<FactKey, Slot> purchaseSlots,
            Map<FactKey, Slot> returnSlots,
            Judgement byHand) {
        this.byHand = byHand;
        this.histories = histories;
        this.purchaseSlots = purchaseSlots;
        this.returnSlots = returnSlots;
    }

    static FactKey key(PurchaseFact fact) {
        return new FactKey(fact.source(), fact.number());
    }

    static FactKey key(ReturnFact fact) {
        return new FactKey(fact.source(), fact.number());
    }

    static FactKey purchaseKey(ReturnFact fact) {
        return new FactKey(fact.source(), fact.purchaseNumber());
    }

    /** Purchases first, so that returns in the same call find theirs. */
    void purchases(Collection<Incoming.Purchase> incoming) {
        for (var purchase : incoming) {
            var fact = purchase.fact();
            var slot = slot(purchaseSlots, key(fact));
            var reason = purchaseReason(purchase, slot);
            if (reason != null) {
                refused.add(new BulkOutcome.Refused(Kind.PURCHASE, fact.source(), fact.number(), reason));
            } else if (slot.holder() != null || newPurchases.putIfAbsent(key(fact), purchase) != null) {
                replayed++;
                purchaseIds.put(key(fact), slot.id());
            } else {
                purchaseIds.put(key(fact), slot.id());
                purchases.add(new Accepted.Purchase(slot.id(), slot.generation(), fact, purchase.content()));
                boughtBy(fact.member()).put(key(fact), new Bought(slot.id(), fact));
            }
        }
    }

    private Refusal.@Nullable Reason purchaseReason(Incoming.Purchase purchase, Slot slot) {
        var fact = purchase.fact();
        var history = histories.get(fact.member());
        if (history == null) {
            return new LoyaltyRefusal.Unknown("member", fact.member().toString());
        }
        if (slot.holder() != null) {
            return slot.holder().content().equals(purchase.content())
                    ? null
                    : new LoyaltyRefusal.PurchaseDiffers(fact.source(), fact.number(), slot.id());
        }
        var twin = newPurchases.get(key(fact));
        if (twin != null) {
            return twin.content().equals(purchase.content())
                    ? null
                    : new LoyaltyRefusal.PurchaseDiffers(fact.source(), fact.number(), slot.id());
        }
        return boughtBy(fact.member()).size() >= MemberHistory.MOST_FACTS
                ? new LoyaltyRefusal.TooManyFacts(fact.member(), MemberHistory.MOST_FACTS)
                : byHand.of(fact, history);
    }

    /** Returns in order of time, so that which of two is beyond the purchase does not depend on their order in the call. */
    void returns(Collection<Incoming.Return> incoming) {
        var sorted = incoming.stream()
                .sorted(Comparator.comparing((Incoming.Return one) -> one.fact().occurredAt())
                        .thenComparing(one -> one.fact().number()))
                .toList();
        for (var returned : sorted) {
            var fact = returned.fact();
            var slot = slot(returnSlots, key(fact));
            var reason = returnReason(returned, slot);
            if (reason != null) {
                refused.add(new BulkOutcome.Refused(Kind.RETURN, fact.source(), fact.number(), reason));
            } else if (slot.holder() != null || newReturns.putIfAbsent(key(fact), returned) != null) {
                replayed++;
                returnIds.put(key(fact), slot.id());
            } else {
                returnIds.put(key(fact), slot.id());
                returns.add(new Accepted.Return(slot.id(), slot.generation(), fact, returned.content()));
                var remainder = remainder(fact);
                if (remainder != null) {
                    remainder.giveBack(fact);
                }
            }
        }
    }

    private Refusal.@Nullable Reason returnReason(Incoming.Return returned, Slot slot) {
        var fact = returned.fact();
        if (!histories.containsKey(fact.member())) {
            return new LoyaltyRefusal.Unknown("member", fact.member().toString());
        }
        var twin = newReturns.get(key(fact));
        var known = slot.holder() != null ? slot.holder().content() : twin != null ? twin.content() : null;
        if (known != null) {
            return known.equals(returned.content())
                    ? null
                    : new LoyaltyRefusal.ReturnDiffers(fact.source(), fact.number(), slot.id());
        }
        var remainder = remainder(fact);
        if (remainder != null) {
            return remainder.beyond(fact);
        }
        var bought = slot(purchaseSlots, purchaseKey(fact)).holder();
        var twinPurchase = newPurchases.get(purchaseKey(fact));
        boolean others = bought != null && !bought.member().equals(fact.member());
        return others || twinPurchase != null
                ? new LoyaltyRefusal.OtherMember(fact.source(), fact.purchaseNumber())
                : null;
    }

    private @Nullable Remainder remainder(ReturnFact fact) {
        var bought = boughtBy(fact.member()).get(purchaseKey(fact));
        if (bought == null) {
            return null;
        }
        return remainders.computeIfAbsent(
                purchaseKey(fact),
                key -> Remainder.after(
                        bought.fact(),
                        history(fact.member()).returns().stream()
                                .map(GivenBack::fact)
                                .filter(other -> purchaseKey(other).equals(key))
                                .sorted(Comparator.comparing(ReturnFact::occurredAt)
                                        .thenComparing(ReturnFact::number))
                                .toList()));
    }

    /** The member's history with what was accepted. */
    MemberHistory extended(MemberId member, List<Bought> bought, List<GivenBack> back) {
        var history = history(member);
        if (bought.isEmpty() && back.isEmpty()) {
            return history;
        }
        return new MemberHistory(
                member,
                history.joinedOn(),
                history.birthday(),
                joined(history.purchases(), bought),
                joined(history.returns(), back),
                history.occasions(),
                history.grants(),
                history.postponed(),
                history.erased());
    }

    private Map<FactKey, Bought> boughtBy(MemberId member) {
        return boughtBy.computeIfAbsent(member, id -> {
            var bought = new HashMap<FactKey, Bought>();
            history(id).purchases().forEach(one -> bought.put(key(one.fact()), one));
            return bought;
        });
    }

    private MemberHistory history(MemberId member) {
        return java.util.Objects.requireNonNull(histories.get(member));
    }

    private static Slot slot(Map<FactKey, Slot> slots, FactKey key) {
        return java.util.Objects.requireNonNull(slots.get(key));
    }

    private static <T> List<T> joined(List<T> known, List<T> further) {
        if (known.isEmpty()) {
            return further;
        }
        var all = new ArrayList<T>(known.size() + further.size());
        all.addAll(known);
        all.addAll(further);
        return all;
    }
}
