package org.guildhall.benefits.acts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guildhall.benefits.BenefitsPolicy;
import org.guildhall.benefits.BenefitsPolicy.Benefit;
import org.guildhall.benefits.rules.Grounds;
import org.guildhall.benefits.rules.Holder;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.loyalty.TierAsked;
import org.guildhall.loyalty.TierThen;
import org.guildhall.members.MemberFacts;
import org.guildhall.members.MemberRefusal;
import org.guildhall.members.MemberStatus;
import org.guildhall.members.Members;
import org.springframework.stereotype.Component;

/** Gathers what decides about a member's benefits. */
@Component
class Holders {

    private static final TierThen NO_TIER = new TierThen(null, 0);

    private final Members members;
    private final Loyalty loyalty;
    private final GrantStore grants;

    Holders(Members members, Loyalty loyalty, GrantStore grants) {
        this.members = members;
        this.loyalty = loyalty;
        this.grants = grants;
    }

    Holder at(MemberId member, Instant at) {
        return of(member, at, grants.of(member));
    }

    /** The same; what was given by hand is held until the transaction ends. */
    Holder heldAt(MemberId member, Instant at) {
        return of(member, at, grants.heldFor(member));
    }

    /** What members may be entitled to: which benefits, under which catalogue, on which day. */
    record Wanted(BenefitsPolicy catalogue, List<Benefit> benefits, LocalDate day) {

        private boolean byTier() {
            return benefits.stream().anyMatch(benefit -> !benefit.tiers().isEmpty());
        }

        private boolean entitle(Holder holder) {
            return benefits.stream()
                    .anyMatch(benefit ->
                            !Grounds.of(catalogue, benefit, holder, day).isEmpty());
        }
    }

    /** Those of the members whom something entitles; who they are is looked up for these alone. Nothing is held. */
    Map<MemberId, Holder> entitled(Collection<MemberId> members, Instant at, Wanted wanted) {
        var given = grants.of(members);
        var tiers = wanted.byTier() ? tiers(members, at) : Map.<MemberId, TierThen>of();
        var found = new LinkedHashMap<MemberId, Holder>();
        for (var member : members) {
            var tier = tiers.getOrDefault(member, NO_TIER);
            var holder = new Holder(
                    true, tier.tier(), tier.steps(), wanted.day, null, given.getOrDefault(member, List.of()));
            if (wanted.entitle(holder)) {
                found.put(member, holder);
            }
        }
        var facts = found.isEmpty() ? Map.<MemberId, MemberFacts>of() : this.members.facts(found.keySet());
        found.replaceAll((member, holder) -> {
            var tier = new TierThen(holder.tier(), holder.tierSteps());
            return of(require(facts, member), tier, holder.given());
        });
        return found;
    }

    private Map<MemberId, TierThen> tiers(Collection<MemberId> members, Instant at) {
        var asked =
                members.stream().map(member -> new TierAsked(member, at, null)).toList();
        var answers = loyalty.tiersThen(asked);
        var tiers = new HashMap<MemberId, TierThen>();
        for (int i = 0; i < asked.size(); i++) {
            tiers.put(asked.get(i).member(), answers.get(i));
        }
        return tiers;
    }

    private Holder of(MemberId member, Instant at, List<Holder.Given> given) {
        var facts = require(members.facts(List.of(member)), member);
        var tier = loyalty.tiersThen(List.of(new TierAsked(member, at, null))).getFirst();
        return of(facts, tier, given);
    }

    private static MemberFacts require(Map<MemberId, MemberFacts> facts, MemberId member) {
        var known = facts.get(member);
        if (known == null) {
            throw Refusal.of(new MemberRefusal.NotFound(member.toString()));
        }
        return known;
    }

    private static Holder of(MemberFacts facts, TierThen tier, List<Holder.Given> given) {
        boolean active = facts.status() == MemberStatus.ACTIVE && !facts.erased();
        return new Holder(active, tier.tier(), tier.steps(), facts.joinedOn(), facts.birthday(), given);
    }
}
