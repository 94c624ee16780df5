package org.guildhall.loyalty.noting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.loyalty.LoyaltyRefusal;
import org.guildhall.loyalty.OccasionFact;
import org.guildhall.loyalty.OccasionKind;
import org.guildhall.loyalty.noting.OccasionStore.Noted;
import org.guildhall.loyalty.purchases.Recorder;
import org.guildhall.loyalty.purchases.RecordingTogether;
import org.guildhall.loyalty.purchases.Settlement.Settled;
import org.guildhall.loyalty.replay.MemberHistory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps occasions and has their members replayed, inside the caller's transaction: members are locked first, so that of two who
 * record the same the second finds the first.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Noting {

    private final Books books;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final BusinessTime time;

    Noting(Books books, Access access, ApplicationEventPublisher events, BusinessTime time) {
        this.books = books;
        this.access = access;
        this.events = events;
        this.time = time;
    }

    /** What is sound, where it is kept, and who replays members. */
    @Component
    record Books(Soundness soundness, OccasionStore store, RecordingTogether standings, Recorder recorder) {}

    /** What became of an occasion: its identifier, whether it was known before, and whether the member's tier changed. */
    record Done(UUID id, boolean replayed, boolean tierChanged) {}

    /** Keeps one occasion, or refuses it. */
    Done one(OccasionFact stated, boolean timeGiven, boolean byHand) {
        lock(stated);
        var fact = stated.kind() == OccasionKind.REFERRAL ? ofReferral(stated) : stated;
        var noted = noted(fact, timeGiven);
        var earlier = books.store.find(noted.id());
        if (earlier.isPresent()) {
            return known(noted, earlier.get());
        }
        var reason = books.soundness.of(fact, byHand);
        if (reason == null && books.store.count(fact.member()) >= MemberHistory.MOST_FACTS) {
            reason = new LoyaltyRefusal.TooManyFacts(fact.member(), MemberHistory.MOST_FACTS);
        }
        if (reason != null) {
            throw Refusal.of(reason);
        }
        if (!books.store.insert(noted, time.now(), access.actor().reference())) {
            return known(noted, books.store.find(noted.id()).orElseThrow());
        }
        return new Done(noted.id(), false, replay(List.of(fact.member())) > 0);
    }

    /** Keeps what the house concludes itself, if it is new and nothing speaks against it. */
    boolean ifSound(OccasionFact stated) {
        lock(stated);
        boolean referral = stated.kind() == OccasionKind.REFERRAL;
        if (referral && books.store.referralOf(stated.referred()).isPresent()) {
            return false;
        }
        var noted = noted(referral ? ofReferral(stated) : stated, true);
        boolean fresh = books.store.find(noted.id()).isEmpty()
                && books.soundness.of(noted.fact(), false) == null
                && books.store.insert(noted, time.now(), access.actor().reference());
        if (fresh) {
            replay(List.of(stated.member()));
        }
        return fresh;
    }

    /** Keeps those that are new of what the house knows itself; gives how many. */
    int all(List<OccasionFact> facts) {
        var members =
                facts.stream().map(OccasionFact::member).distinct().sorted().toList();
        books.standings.lock(members);
        var noted = facts.stream().map(fact -> noted(fact, true)).toList();
        var taken = books.store.taken(noted.stream().map(Noted::id).toList());
        var fresh = new ArrayList<Noted>();
        for (var one : noted) {
            if (!taken.contains(one.id())) {
                var reason = books.soundness.of(one.fact(), false);
                if (reason != null) {
                    throw Refusal.of(reason);
                }
                if (books.store.insert(one, time.now(), access.actor().reference())) {
                    fresh.add(one);
                }
            }
        }
        if (!fresh.isEmpty()) {
            var moved = new HashSet<MemberId>();
            fresh.forEach(one -> moved.add(one.fact().member()));
            replay(List.copyOf(moved));
        }
        return fresh.size();
    }

    /** Keeps that an occasion is taken back; the member is locked already. */
    void takeBack(OccasionStore.Kept kept, String reason) {
        var taking = Ids.derived("occasion-taken-back|" + kept.id());
        books.store.takeBack(kept, taking, reason, time.now(), access.actor().reference());
        replay(List.of(kept.fact().member()));
    }

    /** Of a member who was brought both are locked, so that no two bring each other. */
    private void lock(OccasionFact fact) {
        boolean referral =
                fact.kind() == OccasionKind.REFERRAL && !fact.referred().equals(fact.member());
        books.standings.lock(referral ? List.of(fact.member(), fact.referred()) : List.of(fact.member()));
    }

    /** Locks a member until the transaction ends. */
    void lock(MemberId member) {
        books.standings.lock(List.of(member));
    }

    /** Gives how many members came from another tier. */
    private int replay(List<MemberId> members) {
        Settled settled = books.recorder.refresh(members);
        settled.tierChanges().forEach(events::publishEvent);
        return settled.movedMembers();
    }

    private static Done known(Noted noted, OccasionStore.Kept earlier) {
        if (earlier.record().getContentHash().equals(noted.content())) {
            return new Done(noted.id(), true, false);
        }
        var fact = earlier.fact();
        throw Refusal.of(
                fact.kind() == OccasionKind.REFERRAL
                        ? new LoyaltyRefusal.ReferredAlready(fact.referred(), earlier.id())
                        : new LoyaltyRefusal.OccasionDiffers(fact.source(), fact.number(), earlier.id()));
    }

    /** Somebody is brought once, whoever tells it; only when that was taken back may it be told anew. */
    private OccasionFact ofReferral(OccasionFact stated) {
        var standing = books.store.referralOf(stated.referred());
        var number = standing.isPresent()
                ? standing.get().fact().number()
                : "referral|" + stated.about() + "|" + books.store.referralsOf(stated.referred());
        return new OccasionFact(
                stated.kind(),
                OccasionFact.OWN_SOURCE,
                number,
                stated.member(),
                stated.occurredAt(),
                stated.store(),
                stated.about());
    }

    private static Noted noted(OccasionFact fact, boolean timeGiven) {
        var id = Ids.derived("occasion|" + fact.source() + '|' + fact.number());
        var content = new StringBuilder().append(fact.kind()).append('|').append(fact.member());
        if (fact.kind() != OccasionKind.REFERRAL) {
            content.append('|')
                    .append(timeGiven ? fact.occurredAt() : "")
                    .append('|')
                    .append(fact.store())
                    .append('|')
                    .append(fact.about());
        }
        return new Noted(id, fact, Ids.derived(content.toString()));
    }
}
