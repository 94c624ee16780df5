package org.guildhall.loyalty;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.loyalty.preview.RuleTrial;
import org.guildhall.loyalty.purchases.Entering;
import org.guildhall.loyalty.purchases.GoodsBook;
import org.guildhall.loyalty.purchases.PurchaseBook;
import org.guildhall.loyalty.purchases.Recording;
import org.guildhall.loyalty.purchases.RecordingTogether;
import org.guildhall.loyalty.purchases.TierGranting;
import org.guildhall.loyalty.standing.NextSteps;
import org.guildhall.loyalty.standing.Standings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** Records what members buy and give back, and says what it brought them and why. */
@Service
public final class Loyalty {

    private final Entering entering;
    private final Recording recording;
    private final Standings standings;
    private final PurchaseBook purchases;
    private final TierGranting granting;
    private final RuleTrial trial;
    private final NextSteps next;
    private final GoodsBook goods;
    private final RecordingTogether together;

    Loyalty(Ways ways, Outlooks outlooks, PurchaseBook purchases, TierGranting granting, RuleTrial trial) {
        this.entering = ways.entering;
        this.recording = ways.recording;
        this.standings = outlooks.standings;
        this.next = outlooks.next;
        this.goods = outlooks.goods;
        this.together = outlooks.together;
        this.purchases = purchases;
        this.granting = granting;
        this.trial = trial;
    }

    /** The ways in: as somebody enters them, and as facts. */
    @Component
    record Ways(Entering entering, Recording recording) {}

    /** Where members stand, what comes of it, and what else they are asked for. */
    @Component
    record Outlooks(Standings standings, NextSteps next, GoodsBook goods, RecordingTogether together) {}

    /**
     * Locks what is known of these members, in their order, until the caller's transaction ends: whoever takes points and records
     * a purchase in one transaction comes here first, so that nobody waits in a circle.
     */
    public LockedMembers lock(Collection<MemberId> members) {
        return together.lock(members);
    }

    /** Records one purchase; the key is its number when it brings none of its own. */
    public PurchaseReceipt record(RecordPurchase command, String key) {
        return entering.record(command, key);
    }

    /** Records one purchase, its points and what follows for the tier, in one transaction. */
    public PurchaseReceipt record(PurchaseFact purchase) {
        return recording.record(purchase);
    }

    /** Records one return; the key is its number when it brings none of its own. */
    public ReturnReceipt record(RecordReturn command, String key) {
        return entering.record(command, key);
    }

    /** Records one return and takes back what the returned part had brought. */
    public ReturnReceipt recordReturn(ReturnFact returned) {
        return recording.record(returned);
    }

    /** Records many facts that bring their own keys, in a transaction of their own. */
    public BulkOutcome recordBulk(BulkPurchases command) {
        return entering.record(command);
    }

    /** Records many facts inside the caller's transaction; call it with whole members, a few thousand facts at a time. */
    public BulkOutcome recordAll(List<PurchaseFact> purchases, List<ReturnFact> returns, @Nullable UUID batch) {
        return recording.recordAll(purchases, returns, batch);
    }

    /** Takes back, by counter-facts, what a batch recorded for these members; inside the caller's transaction. */
    public BulkOutcome voidAll(UUID batch, Collection<MemberId> members) {
        return recording.voidAll(batch, members);
    }

    /**
     * Which of these members have spent points or bought since the batch was recorded for them; for members of whom it
     * recorded nothing, since the given instant.
     */
    public BatchDependants dependants(UUID batch, Collection<MemberId> members, Instant otherwise) {
        return purchases.dependants(batch, members, otherwise);
    }

    /** Why this purchase could not be recorded, judged by itself. */
    public Optional<Refusal.Reason> check(PurchaseFact purchase) {
        return Optional.ofNullable(recording.check(purchase));
    }

    /** Why this return could not be recorded, judged by itself. */
    public Optional<Refusal.Reason> check(ReturnFact returned) {
        return Optional.ofNullable(recording.check(returned));
    }

    /** Where a member stands. */
    public StandingView standing(MemberId member) {
        return standings.of(member);
    }

    /** What is worth doing next for the member, the most pressing first, each with its reason. */
    public List<Explanation> nextSteps(MemberId member) {
        return next.of(member);
    }

    /** How the member's tier came about, newest step first. */
    public List<TierChangeView> tierHistory(MemberId member) {
        return standings.tiers(member);
    }

    /** The tiers of these members as last recorded, the lowest of who was never counted; for other modules' own work. */
    public Map<MemberId, String> tiers(Collection<MemberId> members) {
        return standings.tiersNow(members);
    }

    /**
     * The tiers these members had, one answer for each that is asked for, in order; for other modules' own work. Asked again with
     * the steps of an answer, the same is answered whatever was learnt since.
     */
    public List<TierThen> tiersThen(List<TierAsked> asked) {
        return standings.tiersThen(asked);
    }

    /** What these members kept of what they bought since an instant, each member's by time; for other modules' own work. */
    public List<Goods> goods(Collection<MemberId> members, Instant since) {
        return goods.of(members, since);
    }

    /** The same as a simulation of the period sees it; for {@link SimulatedPolicy other modules' replays}. */
    public List<Goods> goodsKnown(Collection<MemberId> members, Instant since, SimulatedPeriod period) {
        return goods.known(members, since, period);
    }

    /** How many purchases a simulation of the period sees that came from anywhere else than a source. */
    public long purchasesElsewhere(String source, SimulatedPeriod period) {
        return goods.purchasesElsewhere(source, period);
    }

    /** Members who were ever counted, in the order of their identifiers, after the given one; for other modules' proofs. */
    public List<MemberId> buyers(UUID after, int limit) {
        return goods.buyers(after, limit);
    }

    /** Members with a purchase or return that occurred since, in the order of their identifiers; for other modules' own work. */
    public List<MemberId> buyersSince(Instant since, UUID after, int limit) {
        return goods.buyersSince(since, after, limit);
    }

    /** The codes of the tiers in force today, lowest first. */
    public List<String> ladder() {
        return standings.ladder();
    }

    /** Why a purchase or an occasion earned, or a return took back, what it did. */
    public Explanation why(UUID fact) {
        return standings.why(fact);
    }

    /** One page of the purchases within the reader's scope, newest first. */
    public Slice<PurchaseRow> purchases(PurchaseQuery query) {
        return purchases.page(query);
    }

    /** One purchase in full. */
    public PurchaseView purchase(UUID id) {
        return purchases.get(id);
    }

    /** Gives a tier by hand from now on, once for each identifier. */
    public StandingView grantTier(GrantTier command, UUID grant) {
        granting.grant(command, grant);
        return standings.of(command.member());
    }

    /** What draft earning rules would have brought past purchases. */
    public RuleTrialView tryRules(TryRules command) {
        return trial.of(command);
    }
}
