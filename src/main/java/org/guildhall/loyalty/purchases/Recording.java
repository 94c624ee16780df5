package org.guildhall.loyalty.purchases;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Points;
import org.guildhall.kernel.Refusal;
import org.guildhall.loyalty.BulkOutcome;
import org.guildhall.loyalty.LoyaltyEvent;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.loyalty.PurchaseReceipt;
import org.guildhall.loyalty.ReturnFact;
import org.guildhall.loyalty.ReturnReceipt;
import org.guildhall.loyalty.recording.ByHand;
import org.guildhall.loyalty.recording.Judgement;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ways in: who may record, in one transaction with points, tier, audit and events. */
@Component
@Transactional
public class Recording {

    private final Ways ways;
    private final Audit audit;
    private final Recorder recorder;
    private final ApplicationEventPublisher events;

    Recording(Ways ways, Audit audit, Recorder recorder, ApplicationEventPublisher events) {
        this.ways = ways;
        this.audit = audit;
        this.recorder = recorder;
        this.events = events;
    }

    /** Who records where, and what by hand. */
    @Component
    record Ways(Reach reach, ByHand byHand, OpenSources sources) {}

    /** Records one purchase. */
    public PurchaseReceipt record(PurchaseFact fact) {
        return record(Incoming.Purchase.of(fact), Judgement.NONE);
    }

    /** Records one purchase; what is entered by hand as far as it is judged well. */
    PurchaseReceipt record(Incoming.Purchase purchase, Judgement byHand) {
        var fact = purchase.fact();
        ways.reach.require(List.of(fact), List.of());
        var recorded = recorder.record(List.of(purchase), List.of(), new Recorder.Way(null, byHand));
        keep(recorded, byHand);
        refuse(recorded.outcome());
        var id = Objects.requireNonNull(recorded.idOf(fact));
        var award = recorded.award(fact.member(), id);
        boolean replayed = recorded.outcome().replayed() > 0;
        if (!replayed) {
            if (!ways.sources.keeps(fact.source())) {
                audit.record(AuditEntry.of("loyalty.purchase-recorded", "purchase", id, "total", fact.total())
                        .about(fact.member())
                        .in(fact.store()));
            }
            events.publishEvent(
                    new LoyaltyEvent.PurchaseRecorded(id, fact.member(), fact.occurredAt(), award.points()));
        }
        return new PurchaseReceipt(
                id,
                replayed,
                Points.of(award.points()),
                Points.of(award.growth()),
                recorded.tier(fact.member()),
                tell(recorded));
    }

    /** Records one return. */
    public ReturnReceipt record(ReturnFact fact) {
        return record(Incoming.Return.of(fact));
    }

    /** Records one return, told of a time or of now. */
    ReturnReceipt record(Incoming.Return returned) {
        var fact = returned.fact();
        ways.reach.require(List.of(), List.of(fact));
        var recorded = recorder.record(List.of(), List.of(returned), new Recorder.Way(null, Judgement.NONE));
        refuse(recorded.outcome());
        var id = Objects.requireNonNull(recorded.idOf(fact));
        var award = recorded.find(fact.member(), id);
        long points = award == null ? 0 : -award.points();
        boolean replayed = recorded.outcome().replayed() > 0;
        if (!replayed) {
            if (!ways.sources.keeps(fact.source())) {
                audit.record(AuditEntry.of("loyalty.return-recorded", "return", id, "points", points)
                        .about(fact.member()));
            }
            events.publishEvent(new LoyaltyEvent.ReturnRecorded(id, fact.member(), fact.occurredAt(), points));
        }
        return new ReturnReceipt(
                id,
                replayed,
                award == null,
                Points.of(points),
                Points.of(award == null ? 0 : -award.growth()),
                recorded.tier(fact.member()),
                tell(recorded));
    }

    /** Records many facts, each by itself; what is entered by hand as far as it is judged well. */
    BulkOutcome record(List<PurchaseFact> purchases, List<ReturnFact> returns, Judgement byHand) {
        var done = recordMany(purchases, returns, new Recorder.Way(null, byHand));
        keep(done, byHand);
        var outcome = done.outcome();
        audit.record(AuditEntry.of(
                "loyalty.purchases-recorded",
                "purchases",
                "bulk",
                "recorded",
                outcome.recorded(),
                "returns",
                outcome.returns(),
                "refused",
                outcome.refused().size()));
        return outcome;
    }

    /** Keeps what was recorded by hand, and what of it smells of fraud. */
    private void keep(Recorded recorded, Judgement byHand) {
        byHand.large().forEach(ways.byHand::notice);
        if (!byHand.isNone()) {
            var kept = new HashMap<UUID, MemberId>();
            recorded.fresh().forEach(fact -> kept.put(Objects.requireNonNull(recorded.idOf(fact)), fact.member()));
            ways.byHand.keep(kept);
        }
    }

    /** Records many facts inside the caller's transaction. */
    public BulkOutcome recordAll(List<PurchaseFact> purchases, List<ReturnFact> returns, @Nullable UUID batch) {
        return recordMany(purchases, returns, new Recorder.Way(batch, Judgement.NONE))
                .outcome();
    }

    private Recorded recordMany(List<PurchaseFact> purchases, List<ReturnFact> returns, Recorder.Way way) {
        ways.reach.require(purchases, returns);
        var recorded = recorder.record(
                purchases.stream().map(Incoming.Purchase::of).toList(),
                returns.stream().map(Incoming.Return::of).toList(),
                way);
        var outcome = recorded.outcome();
        if (outcome.recorded() + outcome.returns() > 0) {
            var people = new HashSet<MemberId>();
            purchases.forEach(fact -> people.add(fact.member()));
            returns.forEach(fact -> people.add(fact.member()));
            events.publishEvent(new LoyaltyEvent.FactsApplied(people));
        }
        if (way.batch() != null) {
            events.publishEvent(
                    new LoyaltyEvent.BatchApplied(way.batch(), outcome.recorded(), outcome.returns(), false));
        }
        return recorded;
    }

    /** Takes back what a batch recorded for these members, inside the caller's transaction. */
    public BulkOutcome voidAll(UUID batch, Collection<MemberId> members) {
        ways.reach.require();
        var outcome = recorder.voidAll(batch, members);
        events.publishEvent(new LoyaltyEvent.FactsApplied(Set.copyOf(members)));
        events.publishEvent(new LoyaltyEvent.BatchApplied(batch, outcome.recorded(), outcome.returns(), true));
        return outcome;
    }

    /** Why the purchase is not sound by itself, or null. */
    public Refusal.@Nullable Reason check(PurchaseFact fact) {
        return recorder.check(fact);
    }

    /** Why the return is not sound by itself, or null. */
    public Refusal.@Nullable Reason check(ReturnFact fact) {
        return recorder.check(fact);
    }

    private boolean tell(Recorded recorded) {
        recorded.settled().tierChanges().forEach(events::publishEvent);
        return recorded.settled().tierChanges().stream().anyMatch(change -> change.from() != null);
    }

    static void refuse(BulkOutcome outcome) {
        if (!outcome.refused().isEmpty()) {
            throw Refusal.of(outcome.refused().getFirst().reason());
        }
    }
}
