package org.guildhall.loyalty.purchases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.Posting;
import org.guildhall.loyalty.BulkOutcome;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.loyalty.ReturnFact;
import org.guildhall.loyalty.recording.Judgement;
import org.guildhall.loyalty.replay.Bought;
import org.guildhall.loyalty.replay.GivenBack;
import org.guildhall.loyalty.replay.MemberHistory;
import org.guildhall.members.Members;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records facts of many members at once inside the caller's transaction: what is stored is read once, each member is replayed
 * once, and what differs is written in sets.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Recorder {

    /** What settling makes of a member is garbage once it is written; a few at a time, and it never has to be moved. */
    static final int MEMBERS_AT_ONCE = 256;

    /** So many purchases are worth more than the round trips of a hope, and than what is lost if it fails. */
    private static final int MANY = 256;

    private final Members members;
    private final Admissions admissions;
    private final FactWriterStore writer;
    private final Settlement settlement;
    private final BusinessTime time;

    Recorder(Members members, Admissions admissions, FactWriterStore writer, Settlement settlement, BusinessTime time) {
        this.members = members;
        this.admissions = admissions;
        this.writer = writer;
        this.settlement = settlement;
        this.time = time;
    }

    /** Locks these members until the transaction ends. */
    Map<MemberId, StandingRow> lock(Collection<MemberId> of) {
        return settlement.lock(of);
    }

    /**
     * How facts come.
     *
     * @param batch the import that brings them, if one does
     * @param byHand judges those that are new
     */
    record Way(@Nullable UUID batch, Judgement byHand) {}

    /** Records purchases and returns. */
    Recorded record(List<Incoming.Purchase> purchases, List<Incoming.Return> returns, Way way) {
        var sound = admissions.sound(purchases, returns);
        var people = members.facts(membersOf(sound));
        var locked = settlement.lock(people.keySet());
        var admission = admit(sound, admissions.stored(sound, people, locked), way);
        return recorded(sound, admission, settle(people.keySet(), admission, locked));
    }

    /**
     * Records purchases, none of which was recorded before, of members that the transaction has locked, a few hundred at most,
     * and books what is given in the same go; a purchase that was recorded before fails the transaction by the table's key.
     */
    Recorded recordNew(List<Incoming.Purchase> purchases, Map<MemberId, StandingRow> locked, List<Posting> first) {
        var sound = admissions.sound(purchases, List.of());
        var people = members.facts(membersOf(sound));
        var admission = admissions.admitAsNew(sound, admissions.stored(sound, people, locked));
        writer.purchases(admission.purchases, new FactWriterStore.Known(time.now(), null));
        return recorded(sound, admission, settlement.settle(extended(people.keySet(), admission), locked, first));
    }

    private static Recorded recorded(Admissions.Sound sound, Admission admission, Settlement.Settled settled) {
        var refused = new ArrayList<>(sound.refused());
        refused.addAll(admission.refused);
        return new Recorded(
                new BulkOutcome(
                        admission.purchases.size(),
                        admission.returns.size(),
                        admission.replayed,
                        settled.points(),
                        settled.growth(),
                        settled.movedMembers(),
                        refused),
                admission.purchaseIds,
                admission.returnIds,
                settled,
                admission.purchases.stream().map(Accepted.Purchase::fact).toList());
    }

    /** Why the purchase is not sound by itself, or null; needs no transaction. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Refusal.@Nullable Reason check(PurchaseFact fact) {
        return admissions.check(fact);
    }

    /** Why the return is not sound by itself, or null; needs no transaction. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Refusal.@Nullable Reason check(ReturnFact fact) {
        return admissions.check(fact);
    }

    /** Voids what a batch recorded for these members. */
    public BulkOutcome voidAll(UUID batch, Collection<MemberId> of) {
        var people = members.facts(of);
        var locked = settlement.lock(people.keySet());
        int purchases = writer.voidPurchases(batch, people.keySet(), time.now());
        int returns = writer.voidReturns(batch, people.keySet(), time.now());
        var settled = settlement.settle(admissions.histories(people, people.keySet()), locked);
        return new BulkOutcome(
                purchases, returns, 0, settled.points(), settled.growth(), settled.movedMembers(), List.of());
    }

    /** Brings these members up to date: reviews that are due, standards that came into force, grants given or ended. */
    public Settlement.Settled refresh(Collection<MemberId> of) {
        var people = members.facts(of);
        var locked = settlement.lock(people.keySet());
        return settlement.settle(admissions.histories(people, people.keySet()), locked);
    }

    /** Judges and writes; many purchases are taken for new, which the table's key confirms or refuses. */
    private Admission admit(Admissions.Sound sound, Map<MemberId, MemberHistory> stored, Way way) {
        var known = new FactWriterStore.Known(time.now(), way.batch);
        if (way.byHand.isNone()
                && sound.returns().isEmpty()
                && sound.purchases().size() >= MANY) {
            var admission = admissions.admitAsNew(sound, stored);
            if (writer.purchasesIfNew(admission.purchases, known)) {
                return admission;
            }
        }
        var admission = admissions.admit(sound, stored, way.byHand);
        writer.purchases(admission.purchases, known);
        writer.returns(admission.returns, known);
        return admission;
    }

    private Settlement.Settled settle(Set<MemberId> people, Admission admission, Map<MemberId, StandingRow> locked) {
        var histories = extended(people, admission);
        if (histories.size() <= MEMBERS_AT_ONCE) {
            return settlement.settle(histories, locked);
        }
        var sum = Settlement.Settled.NOTHING;
        var next = histories.entrySet().iterator();
        while (next.hasNext()) {
            var slice = new TreeMap<MemberId, MemberHistory>();
            while (slice.size() < MEMBERS_AT_ONCE && next.hasNext()) {
                var history = next.next();
                slice.put(history.getKey(), history.getValue());
            }
            sum = sum.plus(settlement.settle(slice, locked));
        }
        return sum;
    }

    private static Map<MemberId, MemberHistory> extended(Set<MemberId> people, Admission admission) {
        var bought = new HashMap<MemberId, List<Bought>>();
        admission.purchases.forEach(one -> bought.computeIfAbsent(one.fact().member(), id -> new ArrayList<>())
                .add(new Bought(one.id(), one.fact())));
        var back = new HashMap<MemberId, List<GivenBack>>();
        admission.returns.forEach(one -> back.computeIfAbsent(one.fact().member(), id -> new ArrayList<>())
                .add(new GivenBack(one.id(), one.fact())));
        var all = new TreeMap<MemberId, MemberHistory>();
        people.forEach(id -> all.put(
                id, admission.extended(id, bought.getOrDefault(id, List.of()), back.getOrDefault(id, List.of()))));
        return all;
    }

    private static Set<MemberId> membersOf(Admissions.Sound sound) {
        var ids = new HashSet<MemberId>();
        sound.purchases().forEach(one -> ids.add(one.fact().member()));
        sound.returns().forEach(one -> ids.add(one.fact().member()));
        return ids;
    }
}
