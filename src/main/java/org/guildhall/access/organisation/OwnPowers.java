package org.guildhall.access.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.guildhall.access.Access;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.Grant;
import org.guildhall.access.Post;
import org.guildhall.access.PostPowers;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.UnitId;
import org.springframework.stereotype.Component;

/**
 * The law that nobody hands out what they don't have: whoever manages the staff of a part of the company gives, and takes over
 * by a new password, only posts that open nothing beyond the own reach. Who manages all staff may give every post.
 */
@Component
public class OwnPowers {

    private final OrganisationMemory memory;
    private final Access access;

    OwnPowers(OrganisationMemory memory, Access access) {
        this.memory = memory;
        this.access = access;
    }

    /** A post as it is or would be held in a unit. */
    public record Place(Post post, UnitId unit) {}

    /** Refuses {@code access.exceeds-own-powers} if one of the places gives more than the actor, whose staff is of this scope, has. */
    public void requireCover(Collection<Place> places, Scope scope) {
        if (scope instanceof Scope.All || places.isEmpty()) {
            return;
        }
        var today = memory.today();
        var beyond = new TreeSet<String>();
        for (var place : places) {
            for (var grant : place.post().grants()) {
                if (!covers(grant, place.unit(), today.tree())) {
                    beyond.add(grant.permission().code());
                }
            }
            beyond.addAll(
                    WideningRule.moreDecisions(decisions(today), place.post().powers()));
        }
        if (!beyond.isEmpty()) {
            throw Refusal.of(new AccessRefusal.ExceedsOwnPowers(List.copyOf(beyond)));
        }
    }

    private boolean covers(Grant grant, UnitId unit, UnitTree tree) {
        if (!access.may(grant.permission())) {
            return false;
        }
        var own = access.require(grant.permission());
        if (own instanceof Scope.All) {
            return true;
        }
        Set<UnitId> reached = switch (grant.scope()) {
            case ALL -> Set.of();
            case BRANCH -> tree.subtree(tree.divisionOf(unit));
            case GROUP, OWN -> tree.subtree(unit);
        };
        return !reached.isEmpty() && reached.stream().allMatch(below -> Scopes.includes(own, below, null));
    }

    private PostPowers decisions(PowersRule today) {
        return access.actor() instanceof Actor.Staff staff ? today.decisions(staff.id()) : PostPowers.NONE;
    }
}
