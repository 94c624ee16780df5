package org.guildhall.loyalty.noting;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.OccasionFact;
import org.guildhall.loyalty.OccasionKind;
import org.guildhall.loyalty.occasions.OccasionsPolicy;
import org.guildhall.members.MemberEvent;
import org.guildhall.members.MemberField;
import org.guildhall.members.MemberStatus;
import org.guildhall.members.Members;
import org.guildhall.policies.Policies;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sees that a profile is complete, in the transaction of the act that completed it: a registration, an admission, or a change of
 * something that has to be known. It happens once to a member. What a file brings completes nothing: it is what the house knew.
 */
@Component
class ProfileWatch {

    private static final Set<MemberField> ANY = EnumSet.allOf(MemberField.class);

    private final Noting noting;
    private final ObjectProvider<Members> members;
    private final Policies policies;
    private final BusinessTime time;

    ProfileWatch(Noting noting, ObjectProvider<Members> members, Policies policies, BusinessTime time) {
        this.noting = noting;
        this.members = members;
        this.policies = policies;
        this.time = time;
    }

    @EventListener
    void registered(MemberEvent.MemberRegistered event) {
        if (event.status() == MemberStatus.ACTIVE) {
            look(event.member(), ANY);
        }
    }

    @EventListener
    void updated(MemberEvent.MemberUpdated event) {
        look(event.member(), event.fields());
    }

    @EventListener
    void admitted(MemberEvent.MemberStatusChanged event) {
        if (event.from() == MemberStatus.APPLICANT && event.to() == MemberStatus.ACTIVE) {
            look(event.member(), ANY);
        }
    }

    private void look(MemberId member, Set<MemberField> touched) {
        var rules = policies.inForce(OccasionsPolicy.KIND, time.today()).policy();
        if (rules.rule(OccasionKind.PROFILE_COMPLETED).isEmpty() || Collections.disjoint(rules.profile(), touched)) {
            return;
        }
        var known = members.getObject().known(List.of(member)).getOrDefault(member, Set.of());
        if (known.containsAll(rules.profile())) {
            noting.ifSound(new OccasionFact(
                    OccasionKind.PROFILE_COMPLETED,
                    OccasionFact.OWN_SOURCE,
                    "profile|" + member,
                    member,
                    time.now(),
                    null,
                    null));
        }
    }
}
