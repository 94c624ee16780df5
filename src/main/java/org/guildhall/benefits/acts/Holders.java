package org.guildhall.benefits.acts;

import java.time.Instant;
import java.util.List;
import org.guildhall.benefits.rules.Holder;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.loyalty.TierAsked;
import org.guildhall.members.MemberRefusal;
import org.guildhall.members.MemberStatus;
import org.guildhall.members.Members;
import org.springframework.stereotype.Component;

/** Gathers what decides about a member's benefits. */
@Component
class Holders {

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

    private Holder of(MemberId member, Instant at, List<Holder.Given> given) {
        var facts = members.facts(List.of(member)).get(member);
        if (facts == null) {
            throw Refusal.of(new MemberRefusal.NotFound(member.toString()));
        }
        var tier = loyalty.tiersThen(List.of(new TierAsked(member, at, null))).getFirst();
        boolean active = facts.status() == MemberStatus.ACTIVE && !facts.erased();
        return new Holder(active, tier.tier(), tier.steps(), facts.joinedOn(), facts.birthday(), given);
    }
}
