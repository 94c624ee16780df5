package org.guildhall.loyalty.standing;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Ledger;
import org.guildhall.loyalty.LoyaltyPermissions;
import org.guildhall.loyalty.LoyaltyRefusal;
import org.guildhall.loyalty.StandingView;
import org.guildhall.loyalty.TierAsked;
import org.guildhall.loyalty.TierChangeView;
import org.guildhall.loyalty.TierThen;
import org.guildhall.loyalty.purchases.Histories;
import org.guildhall.loyalty.purchases.TierHistory;
import org.guildhall.loyalty.replay.MemberHistory;
import org.guildhall.loyalty.replay.MemberReplay;
import org.guildhall.loyalty.replay.RuleBooks;
import org.guildhall.loyalty.tiers.TiersPolicy;
import org.guildhall.members.Members;
import org.springframework.stereotype.Component;

/** Answers where a member stands, how that came about, and why a fact earned what it did: all by replaying the member. */
@Component
public class Standings {

    private final Access access;
    private final Members members;
    private final Histories histories;
    private final TierHistory tierHistory;
    private final Replaying replaying;

    Standings(Access access, Members members, Histories histories, TierHistory tierHistory, Replaying replaying) {
        this.access = access;
        this.members = members;
        this.histories = histories;
        this.tierHistory = tierHistory;
        this.replaying = replaying;
    }

    /** What a replay needs beside the facts. */
    @Component
    record Replaying(RuleBooks books, Ledger ledger, BusinessTime time) {}

    /** Where the member stands today. */
    public StandingView of(MemberId member) {
        return today(member).view();
    }

    /** Where the member stands today, and whether that is by hand, so that no review decides when it ends. */
    Today today(MemberId member) {
        members.requireVisible(member, LoyaltyPermissions.READ);
        var book = replaying.books.current();
        var today = replaying.time.today();
        var outcome = MemberReplay.of(book, history(member, book.byLine()), today);
        long points = replaying.ledger.balances(List.of(member), Asset.POINTS).getOrDefault(member, 0L);
        var machine = outcome.machine();
        return new Today(
                Outlook.of(book, member, outcome, new Outlook.StandingFacts(today, points)),
                machine.held() < machine.rules().placeOf(outcome.tier()));
    }

    /** A standing, and whether its tier is one given by hand. */
    record Today(StandingView view, boolean byHand) {}

    /** The tier history, newest first, steps that turned out not to hold included. */
    public List<TierChangeView> tiers(MemberId member) {
        members.requireVisible(member, LoyaltyPermissions.READ);
        return tierHistory.of(member);
    }

    /** The tiers of these members as last recorded; who was never counted stands where everybody begins. */
    public Map<MemberId, String> tiersNow(Collection<MemberId> members) {
        var tiers = new HashMap<>(tierHistory.current(members));
        if (!tiers.keySet().containsAll(members)) {
            var entry = replaying.books.current().entryTier(replaying.time.today());
            members.forEach(member -> tiers.putIfAbsent(member, entry));
        }
        return tiers;
    }

    /** The tiers these members had at an instant, as known after some steps of their history. */
    public List<TierThen> tiersThen(List<TierAsked> asked) {
        return tierHistory.then(asked);
    }

    /** The codes of the tiers in force today, lowest first. */
    public List<String> ladder() {
        return replaying.books.current().tiersOn(replaying.time.today()).policy().ladder().stream()
                .map(TiersPolicy.Tier::code)
                .toList();
    }

    /** Why a purchase or an occasion earned, or a return took back, what it did; told where its store or its member is. */
    public Explanation why(UUID fact) {
        var scope = access.require(LoyaltyPermissions.READ);
        var owner = histories.ownerOf(fact);
        if (owner == null) {
            throw Refusal.of(new LoyaltyRefusal.Unknown("fact", fact.toString()));
        }
        if (!histories.madeWithin(scope, fact)) {
            members.requireVisible(owner, LoyaltyPermissions.READ);
        }
        var history = history(owner, true);
        if (history.erased()) {
            return Explanation.of("loyalty.facts-erased", "fact", fact.toString());
        }
        var outcome = MemberReplay.explaining(replaying.books.current(), history, replaying.time.today(), fact);
        return outcome.explanation() == null
                ? Explanation.of("loyalty.counts-not", "fact", fact.toString())
                : outcome.explanation();
    }

    private MemberHistory history(MemberId member, boolean withLines) {
        var history = histories.of(List.of(member), withLines).get(member);
        return Objects.requireNonNull(history);
    }
}
