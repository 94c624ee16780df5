package org.guildhall.loyalty.noting;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.loyalty.LoyaltyRefusal;
import org.guildhall.loyalty.OccasionFact;
import org.guildhall.loyalty.OccasionKind;
import org.guildhall.loyalty.occasions.OccasionsPolicy;
import org.guildhall.members.MemberFacts;
import org.guildhall.members.MemberStatus;
import org.guildhall.members.Members;
import org.guildhall.policies.Policies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an occasion must keep to be recorded at all; being beyond what counts is no reason, since that is judged by all there are. */
@Component
class Soundness {

    private final Members members;
    private final Policies policies;
    private final OccasionStore store;
    private final BusinessTime time;

    Soundness(Members members, Policies policies, OccasionStore store, BusinessTime time) {
        this.members = members;
        this.policies = policies;
        this.store = store;
        this.time = time;
    }

    /** Why the occasion can't be recorded, or null. */
    Refusal.@Nullable Reason of(OccasionFact fact, boolean byHand) {
        var ids = new HashSet<>(Set.of(fact.member()));
        if (fact.kind() == OccasionKind.REFERRAL) {
            ids.add(fact.referred());
        }
        var people = members.facts(ids);
        var reason = who(fact, people);
        reason = reason == null ? when(fact, people, byHand) : reason;
        return reason == null && fact.kind() == OccasionKind.REFERRAL ? referral(fact, people) : reason;
    }

    private static Refusal.@Nullable Reason who(OccasionFact fact, Map<MemberId, MemberFacts> people) {
        var member = people.get(fact.member());
        if (member == null) {
            return new LoyaltyRefusal.Unknown("member", fact.member().toString());
        }
        return member.status() == MemberStatus.ACTIVE
                ? null
                : new LoyaltyRefusal.MemberNotActive(member.id(), member.status());
    }

    private Refusal.@Nullable Reason when(OccasionFact fact, Map<MemberId, MemberFacts> people, boolean byHand) {
        var now = time.now();
        if (fact.occurredAt().isAfter(now)) {
            return new LoyaltyRefusal.InTheFuture(fact.occurredAt(), now);
        }
        var day = time.dateOf(fact.occurredAt());
        var rules = policies.inForce(OccasionsPolicy.KIND, time.today());
        var joinedOn = joinedOn(fact.member(), people);
        if (day.isBefore(joinedOn)) {
            return new LoyaltyRefusal.BeforeJoining(day, joinedOn, rules.clause());
        }
        int daysBack = rules.policy().daysBack();
        return byHand && day.isBefore(time.today().minusDays(daysBack))
                ? new LoyaltyRefusal.TooLateByHand(day, daysBack, rules.clause())
                : null;
    }

    private Refusal.@Nullable Reason referral(OccasionFact fact, Map<MemberId, MemberFacts> people) {
        var referred = fact.referred();
        if (referred.equals(fact.member())) {
            return new LoyaltyRefusal.SelfReferral(referred);
        }
        if (!people.containsKey(referred)) {
            return new LoyaltyRefusal.Unknown("member", referred.toString());
        }
        var day = time.dateOf(fact.occurredAt());
        var rules = policies.inForce(OccasionsPolicy.KIND, day);
        var joinedOn = joinedOn(referred, people);
        int days = rules.policy().referralDays();
        if (day.isBefore(joinedOn) || day.isAfter(joinedOn.plusDays(days))) {
            return new LoyaltyRefusal.ReferralTooLate(referred, joinedOn, days, rules.clause());
        }
        return closesARing(fact) ? new LoyaltyRefusal.ReferralRing(fact.member(), referred) : null;
    }

    private boolean closesARing(OccasionFact fact) {
        var seen = new HashSet<MemberId>();
        var above = store.referralOf(fact.member());
        while (above.isPresent()) {
            var by = above.get().fact().member();
            if (by.equals(fact.referred())) {
                return true;
            }
            above = seen.add(by) ? store.referralOf(by) : java.util.Optional.empty();
        }
        return false;
    }

    private static LocalDate joinedOn(MemberId member, Map<MemberId, MemberFacts> people) {
        return java.util.Objects.requireNonNull(people.get(member)).joinedOn();
    }

    /** Refuses what a caller may not say: what the house concludes itself, and occasions without what they are about. */
    static void requireSayable(OccasionKind kind, @Nullable String survey, @Nullable MemberId referred) {
        if (kind == OccasionKind.PROFILE_COMPLETED) {
            throw InvalidInput.of("kind", kind.name(), "seen-by-the-house");
        }
        require("survey", kind == OccasionKind.SURVEY_ANSWERED, survey);
        require("referred", kind == OccasionKind.REFERRAL, referred);
    }

    private static void require(String field, boolean wanted, @Nullable Object given) {
        if (wanted && (given == null || given.toString().isBlank())) {
            throw InvalidInput.of(field, null, "required");
        }
        if (!wanted && given != null) {
            throw InvalidInput.of(field, given.toString(), "not-of-this-kind");
        }
    }
}
