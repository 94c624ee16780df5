package org.guildhall.approvals.standing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.guildhall.access.Organisation;
import org.guildhall.access.SamePerson;
import org.guildhall.access.StaffDirectory;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out today's claims of somebody: the own posts, and those of colleagues who lent their powers. */
@Component
public class Claims {

    private final StaffDirectory staff;
    private final Organisation organisation;
    private final DelegationStore delegations;
    private final SamePerson same;
    private final BusinessTime time;

    Claims(
            StaffDirectory staff,
            Organisation organisation,
            DelegationStore delegations,
            SamePerson same,
            BusinessTime time) {
        this.staff = staff;
        this.organisation = organisation;
        this.delegations = delegations;
        this.same = same;
        this.time = time;
    }

    /** Every reference under which the person behind the actor acts. */
    public Set<String> selves(Actor actor) {
        return same.references(actor);
    }

    /** The claims of an actor; a program or the machine has none. */
    public List<Claim> of(Actor actor) {
        if (!(actor instanceof Actor.Staff person)) {
            return List.of();
        }
        var claims = new ArrayList<>(of(person.id(), null).toList());
        for (var lent : delegations.to(person.id(), time.today())) {
            of(lent.from(), lent.fromName()).forEach(claims::add);
        }
        return claims;
    }

    /** Whether somebody works here today. */
    public boolean worksHere(StaffId id) {
        return !staff.heldToday(id).isEmpty();
    }

    private Stream<Claim> of(StaffId holder, @Nullable String onBehalfOf) {
        var selves = same.references(new Actor.Staff(holder, ""));
        return staff.heldToday(holder).stream()
                .map(held -> new Claim(holder, selves, onBehalfOf, held.postCode(), organisation.subtree(held.unit())));
    }
}
