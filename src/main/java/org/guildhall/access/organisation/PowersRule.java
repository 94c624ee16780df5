package org.guildhall.access.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guildhall.access.Permission;
import org.guildhall.access.PostPowers;
import org.guildhall.access.Scope;
import org.guildhall.access.ScopeLevel;
import org.guildhall.access.organisation.OrganisationFacts.Held;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.StaffId;
import org.jspecify.annotations.Nullable;

/** Turns the posts somebody holds on a day into permissions with the data they open. A pure function of the facts. */
public final class PowersRule {

    private final OrganisationFacts facts;
    private final LocalDate day;
    private final UnitTree tree;

    /** The rule on the facts of a day. */
    public PowersRule(OrganisationFacts facts, LocalDate day) {
        this.facts = facts;
        this.day = day;
        this.tree = new UnitTree(facts.units(), day);
    }

    /** The organisation on that day. */
    public UnitTree tree() {
        return tree;
    }

    /** What the person may do on that day; several posts add up. */
    public Map<Permission, Scope> scopes(StaffId staff) {
        var parts = new HashMap<Permission, Set<Scope>>();
        for (var held : heldBy(staff)) {
            var post = facts.posts().get(held.post());
            if (post != null) {
                for (var grant : post.grants()) {
                    parts.computeIfAbsent(grant.permission(), p -> new LinkedHashSet<>())
                            .add(scope(grant.scope(), held));
                }
            }
        }
        var scopes = new HashMap<Permission, Scope>();
        parts.forEach((permission, several) -> scopes.put(permission, union(several)));
        return scopes;
    }

    /** What the person may decide on that day; several posts add up. */
    public PostPowers decisions(StaffId staff) {
        var sum = PostPowers.NONE;
        for (var held : heldBy(staff)) {
            var post = facts.posts().get(held.post());
            if (post != null) {
                sum = sum(sum, post.powers());
            }
        }
        return sum;
    }

    private List<Held> heldBy(StaffId staff) {
        return facts.held().stream()
                .filter(held -> held.staff().equals(staff) && held.on(day))
                .toList();
    }

    private Scope scope(ScopeLevel level, Held held) {
        return switch (level) {
            case OWN -> new Scope.Own(held.staff());
            case GROUP -> group(held);
            case BRANCH -> new Scope.Units(tree.subtree(tree.divisionOf(held.unit())));
            case ALL -> new Scope.All();
        };
    }

    private Scope group(Held held) {
        var units = tree.subtree(held.unit());
        var staff = new HashSet<StaffId>();
        for (var other : facts.held()) {
            if (other.on(day) && units.contains(other.unit())) {
                staff.add(other.staff());
            }
        }
        return new Scope.Group(held.unit(), staff);
    }

    private static Scope union(Set<Scope> scopes) {
        if (scopes.contains(new Scope.All())) {
            return new Scope.All();
        }
        return scopes.size() == 1 ? scopes.iterator().next() : new Scope.Several(new ArrayList<>(scopes));
    }

    private static PostPowers sum(PostPowers a, PostPowers b) {
        return new PostPowers(
                larger(a.moneyLimit(), b.moneyLimit()),
                a.settlesComplaints() || b.settlesComplaints(),
                a.publishesPolicies() || b.publishesPolicies(),
                a.proposesAppointments() || b.proposesAppointments(),
                a.proposesRewards() || b.proposesRewards(),
                a.rulesDisputes() || b.rulesDisputes(),
                a.outsideContacts() || b.outsideContacts());
    }

    private static @Nullable Money larger(@Nullable Money a, @Nullable Money b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return !a.currency().equals(b.currency()) || a.compareTo(b) >= 0 ? a : b;
    }
}
