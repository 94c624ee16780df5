package org.guildhall.loyalty.recording;

import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.loyalty.LoyaltyRefusal;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.loyalty.replay.MemberHistory;
import org.guildhall.loyalty.replay.Remainder;
import org.guildhall.policies.InForce;
import org.jspecify.annotations.Nullable;

/**
 * Judges, one after the other, the new purchases that one call records by hand. What the same person recorded for the member on the same
 * business day counts together, whenever it was bought, less what came back of it. Members are locked while they are judged, so that two calls
 * at once count together too.
 */
public final class Judgement {

    /** Of what nobody records by hand, which follows other rules. */
    public static final Judgement NONE = new Judgement(null);

    private final @Nullable Grounds grounds;
    private final Map<Purse, Long> allowed = new HashMap<>();
    private final Map<PurchaseFact, Refusal.Reason> refused = new LinkedHashMap<>();
    private final Map<PurchaseFact, String> large = new LinkedHashMap<>();
    private @Nullable Set<UUID> recorded;

    Judgement(@Nullable Grounds grounds) {
        this.grounds = grounds;
    }

    /**
     * What is judged by.
     *
     * @param held the posts that limit the amount; without them there is no limit
     * @param recorded what the same person recorded today, read once the members are locked
     */
    record Grounds(
            InForce<RecordingPolicy> rules,
            @Nullable List<String> held,
            Supplier<Set<UUID>> recorded,
            BusinessTime time) {}

    /** Whose purchases in which currency count together. */
    private record Purse(MemberId member, Currency currency) {}

    /** Whether there is anything to judge. */
    public boolean isNone() {
        return grounds == null;
    }

    /** Why the new purchase of a locked member is not recorded, or null; without a reason it counts from now on. */
    public Refusal.@Nullable Reason of(PurchaseFact fact, MemberHistory history) {
        if (grounds == null) {
            return null;
        }
        var purse = new Purse(fact.member(), fact.total().currency());
        var today = new Money(allowed.computeIfAbsent(purse, first -> stored(first, history)), purse.currency);
        var reason = reason(grounds, fact, history, today);
        if (reason != null) {
            refused.put(fact, reason);
            return reason;
        }
        var sum = today.plus(fact.total());
        allowed.put(purse, sum.minor());
        if (grounds.rules.policy().isLarge(fact.total())) {
            large.put(fact, "loyalty.above-own-limit");
        } else if (grounds.rules.policy().isLarge(sum)) {
            large.put(fact, "loyalty.above-own-limit-today");
        }
        return null;
    }

    private static Refusal.@Nullable Reason reason(
            Grounds grounds, PurchaseFact fact, MemberHistory history, Money today) {
        var rules = grounds.rules;
        var day = grounds.time.dateOf(fact.occurredAt());
        if (!rules.policy().allowsDay(day, history.joinedOn())) {
            return new LoyaltyRefusal.BeforeJoining(day, history.joinedOn(), rules.clause());
        }
        if (grounds.held == null) {
            return null;
        }
        var total = fact.total();
        var most = rules.policy().most(grounds.held, total.currency()).orElse(null);
        if (most == null || today.plus(total).minor() <= most.minor()) {
            return null;
        }
        return total.minor() > most.minor()
                ? new LoyaltyRefusal.AboveOwnLimit(total, most, rules.clause())
                : new LoyaltyRefusal.AboveOwnLimitToday(total, today, most, rules.clause());
    }

    /** What is left of what was recorded before this call. */
    private long stored(Purse purse, MemberHistory history) {
        var ids = recorded();
        return history.purchases().stream()
                .filter(one ->
                        ids.contains(one.id()) && one.fact().total().currency().equals(purse.currency))
                .mapToLong(one -> left(one.fact(), history))
                .reduce(0, Math::addExact);
    }

    private static long left(PurchaseFact fact, MemberHistory history) {
        var remainder = new Remainder(fact);
        history.returns().stream()
                .map(returned -> returned.fact())
                .filter(returned -> returned.source().equals(fact.source())
                        && returned.purchaseNumber().equals(fact.number()))
                .forEach(remainder::giveBack);
        return remainder.total();
    }

    private Set<UUID> recorded() {
        if (recorded == null) {
            recorded = grounds == null ? Set.of() : grounds.recorded.get();
        }
        return recorded;
    }

    /** What was refused, with its reason. */
    public Map<PurchaseFact, Refusal.Reason> refused() {
        return refused;
    }

    /** What is recorded though it is more, alone or with the rest of the day, than any post with a limit could: with the suspicion. */
    public Map<PurchaseFact, String> large() {
        return large;
    }
}
