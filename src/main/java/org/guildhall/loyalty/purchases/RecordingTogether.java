package org.guildhall.loyalty.purchases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Points;
import org.guildhall.ledger.Posting;
import org.guildhall.loyalty.LockedMembers;
import org.guildhall.loyalty.LoyaltyEvent;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.loyalty.PurchaseReceipt;
import org.guildhall.loyalty.replay.RuleBooks;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records new purchases of several members as each would be by itself, in as many statements as one takes. */
@Component
public class RecordingTogether {

    private final Reach reach;
    private final Recorder recorder;
    private final OpenSources sources;
    private final RuleBooks books;
    private final BusinessTime time;
    private final ApplicationEventPublisher events;

    RecordingTogether(
            Reach reach,
            Recorder recorder,
            OpenSources sources,
            RuleBooks books,
            BusinessTime time,
            ApplicationEventPublisher events) {
        this.reach = reach;
        this.recorder = recorder;
        this.sources = sources;
        this.books = books;
        this.time = time;
        this.events = events;
    }

    /** Locks these members until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public LockedMembers lock(Collection<MemberId> members) {
        var standings = recorder.lock(members);
        return new Locked(standings);
    }

    private final class Locked implements LockedMembers {

        private final Map<MemberId, StandingRow> standings;

        Locked(Map<MemberId, StandingRow> standings) {
            this.standings = standings;
        }

        @Override
        public Map<MemberId, String> tiers() {
            var entry = books.current().entryTier(time.today());
            var tiers = new HashMap<MemberId, String>();
            standings.forEach((member, row) -> tiers.put(member, row.isNew() ? entry : row.tier()));
            return tiers;
        }

        @Override
        public List<PurchaseReceipt> recordNew(List<PurchaseFact> purchases, List<Posting> first) {
            return record(standings, purchases, first);
        }
    }

    private List<PurchaseReceipt> record(
            Map<MemberId, StandingRow> locked, List<PurchaseFact> purchases, List<Posting> first) {
        reach.require(purchases, List.of());
        if (!purchases.stream().allMatch(fact -> sources.keeps(fact.source()))) {
            throw new IllegalArgumentException("a purchase that nobody enters in the audit trail");
        }
        var people = purchases.stream().map(PurchaseFact::member).collect(Collectors.toSet());
        if (people.size() < purchases.size() || people.size() > Recorder.MEMBERS_AT_ONCE) {
            throw new IllegalArgumentException(purchases.size() + " purchases of " + people.size() + " members");
        }
        var recorded =
                recorder.recordNew(purchases.stream().map(Incoming.Purchase::of).toList(), locked, first);
        Recording.refuse(recorded.outcome());
        recorded.settled().tierChanges().forEach(events::publishEvent);
        events.publishEvent(new LoyaltyEvent.FactsApplied(people));
        var moved = moved(recorded);
        var receipts = new ArrayList<PurchaseReceipt>();
        purchases.forEach(fact -> receipts.add(receipt(recorded, fact, moved.contains(fact.member()))));
        return receipts;
    }

    private static PurchaseReceipt receipt(Recorded recorded, PurchaseFact fact, boolean moved) {
        var id = Objects.requireNonNull(recorded.idOf(fact));
        var award = recorded.award(fact.member(), id);
        return new PurchaseReceipt(
                id, false, Points.of(award.points()), Points.of(award.growth()), recorded.tier(fact.member()), moved);
    }

    /** Who came from another tier; getting the first one is joining, not changing. */
    private static Set<MemberId> moved(Recorded recorded) {
        return recorded.settled().tierChanges().stream()
                .filter(change -> change.from() != null)
                .map(LoyaltyEvent.TierChanged::member)
                .collect(Collectors.toSet());
    }
}
