package org.guildhall.loyalty.purchases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.loyalty.BulkOutcome;
import org.guildhall.loyalty.BulkOutcome.Kind;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.loyalty.ReturnFact;
import org.guildhall.loyalty.purchases.KeySlots.FactKey;
import org.guildhall.loyalty.purchases.KeySlots.Slot;
import org.guildhall.loyalty.recording.Judgement;
import org.guildhall.loyalty.replay.MemberHistory;
import org.guildhall.loyalty.replay.RuleBooks;
import org.guildhall.members.MemberFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges incoming facts: first each by itself, then against what is stored. */
@Component
public class Admissions {

    private final FactStore facts;
    private final Histories histories;
    private final RuleBooks books;
    private final BusinessTime time;

    Admissions(FactStore facts, Histories histories, RuleBooks books, BusinessTime time) {
        this.facts = facts;
        this.histories = histories;
        this.books = books;
        this.time = time;
    }

    /** Facts that are sound by themselves, and the others with their reasons. */
    record Sound(List<Incoming.Purchase> purchases, List<Incoming.Return> returns, List<BulkOutcome.Refused> refused) {}

    /** Why the purchase is not sound by itself, or null. */
    public Refusal.@Nullable Reason check(PurchaseFact fact) {
        return new FactChecks(time, books.current()).of(fact);
    }

    /** Why the return is not sound by itself, or null. */
    public Refusal.@Nullable Reason check(ReturnFact fact) {
        return new FactChecks(time, books.current()).of(fact);
    }

    /** Parts sound facts from others. */
    Sound sound(List<Incoming.Purchase> purchases, List<Incoming.Return> returns) {
        var checks = new FactChecks(time, books.current());
        var sound = new Sound(new ArrayList<>(purchases.size()), new ArrayList<>(returns.size()), new ArrayList<>());
        for (var purchase : purchases) {
            var fact = purchase.fact();
            var reason = checks.of(fact);
            if (reason == null) {
                sound.purchases.add(purchase);
            } else {
                sound.refused.add(new BulkOutcome.Refused(Kind.PURCHASE, fact.source(), fact.number(), reason));
            }
        }
        for (var returned : returns) {
            var fact = returned.fact();
            var reason = checks.of(fact);
            if (reason == null) {
                sound.returns.add(returned);
            } else {
                sound.refused.add(new BulkOutcome.Refused(Kind.RETURN, fact.source(), fact.number(), reason));
            }
        }
        return sound;
    }

    /** What is stored of these locked members, as facts on their way in are judged by it. */
    Map<MemberId, MemberHistory> stored(
            Sound sound, Map<MemberId, MemberFacts> people, Map<MemberId, StandingRow> locked) {
        var known = people.keySet().stream()
                .filter(id -> !Objects.requireNonNull(locked.get(id)).isNew())
                .toList();
        return histories.of(people, known, books.current().byLine() || !sound.returns.isEmpty());
    }

    /** Judges sound purchases, taking every key for one that was never used. */
    Admission admitAsNew(Sound sound, Map<MemberId, MemberHistory> stored) {
        var keys =
                sound.purchases.stream().map(one -> Admission.key(one.fact())).collect(Collectors.toSet());
        var admission = new Admission(stored, KeySlots.ofNew(keys, FactKeys::purchase), Map.of(), Judgement.NONE);
        admission.purchases(sound.purchases);
        return admission;
    }

    /** Judges sound facts against what is stored, and by what may be recorded by hand. */
    Admission admit(Sound sound, Map<MemberId, MemberHistory> stored, Judgement byHand) {
        var admission = new Admission(
                stored, purchaseSlots(sound.purchases, sound.returns), returnSlots(sound.returns), byHand);
        admission.purchases(sound.purchases);
        admission.returns(sound.returns);
        return admission;
    }

    /** What is stored of these members, as a replay needs it. */
    Map<MemberId, MemberHistory> histories(Map<MemberId, MemberFacts> people, Collection<MemberId> known) {
        return histories.of(people, known, books.current().byLine());
    }

    private Map<FactKey, Slot> purchaseSlots(List<Incoming.Purchase> purchases, List<Incoming.Return> returns) {
        Set<FactKey> keys = new HashSet<>();
        purchases.forEach(one -> keys.add(Admission.key(one.fact())));
        returns.forEach(one -> keys.add(Admission.purchaseKey(one.fact())));
        return KeySlots.of(keys, FactKeys::purchase, facts::takenPurchases);
    }

    private Map<FactKey, Slot> returnSlots(List<Incoming.Return> returns) {
        Set<FactKey> keys = new HashSet<>();
        returns.forEach(one -> keys.add(Admission.key(one.fact())));
        return KeySlots.of(keys, FactKeys::returned, facts::takenReturns);
    }
}
