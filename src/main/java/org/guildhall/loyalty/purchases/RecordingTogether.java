package org.guildhall.loyalty.purchases;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Points;
import org.guildhall.loyalty.LoyaltyEvent;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.loyalty.PurchaseReceipt;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records new purchases of several members as each would be by itself, in as many statements as one takes. */
@Component
public class RecordingTogether {

    private final Reach reach;
    private final Recorder recorder;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    RecordingTogether(Reach reach, Recorder recorder, Audit audit, ApplicationEventPublisher events) {
        this.reach = reach;
        this.recorder = recorder;
        this.audit = audit;
        this.events = events;
    }

    /**
     * A receipt for each purchase, in their order; fails if a member buys twice, if one was recorded before, or if one cannot
     * be recorded.
     *
     * @param request in which request each was asked for
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<PurchaseReceipt> record(
            List<PurchaseFact> purchases, Function<PurchaseFact, @Nullable String> request) {
        reach.require(purchases, List.of());
        var people = purchases.stream().map(PurchaseFact::member).collect(Collectors.toSet());
        if (people.size() < purchases.size() || people.size() > Recorder.MEMBERS_AT_ONCE) {
            throw new IllegalArgumentException(purchases.size() + " purchases of " + people.size() + " members");
        }
        var recorded =
                recorder.record(purchases.stream().map(Incoming.Purchase::of).toList(), List.of(), null);
        Recording.refuse(recorded.outcome());
        if (recorded.outcome().replayed() > 0) {
            throw new IllegalStateException("a purchase was recorded before");
        }
        recorded.settled().tierChanges().forEach(events::publishEvent);
        audit.recordAll(purchases.stream()
                .map(fact -> entry(recorded, fact).within(request.apply(fact)))
                .toList());
        events.publishEvent(new LoyaltyEvent.FactsApplied(people));
        var moved = moved(recorded);
        var receipts = new ArrayList<PurchaseReceipt>();
        purchases.forEach(fact -> receipts.add(receipt(recorded, fact, moved.contains(fact.member()))));
        return receipts;
    }

    private static AuditEntry entry(Recorded recorded, PurchaseFact fact) {
        return Recording.recorded(Objects.requireNonNull(recorded.idOf(fact)), fact);
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
