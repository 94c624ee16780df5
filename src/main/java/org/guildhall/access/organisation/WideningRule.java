package org.guildhall.access.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.guildhall.access.PostPowers;
import org.guildhall.access.Scope;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * The law that nobody widens the own powers: after a change of organisation, posts or appointments, whoever made it reaches
 * nothing, today or on any later day, that was out of reach before on that day. Units and people that the change itself
 * brought into being don't count: they have no data yet.
 */
final class WideningRule {

    private WideningRule() {}

    /** What the change would give the person beyond before: permission codes and names of powers; empty if nothing. */
    static List<String> widened(OrganisationFacts before, OrganisationFacts after, StaffId person, LocalDate today) {
        var days = new TreeSet<>(before.boundaries(today));
        days.addAll(after.boundaries(today));
        var known = new Known(units(before), before.people());
        var widened = new TreeSet<String>();
        for (var day : days) {
            compare(new PowersRule(before, day), new PowersRule(after, day), person, known, widened);
        }
        return List.copyOf(widened);
    }

    private record Known(Set<UnitId> units, Set<StaffId> people) {}

    private static void compare(PowersRule before, PowersRule after, StaffId person, Known known, Set<String> widened) {
        var held = before.scopes(person);
        after.scopes(person).forEach((permission, scope) -> {
            var former = held.get(permission);
            if (former == null || !within(Reach.of(scope), Reach.of(former), known)) {
                widened.add(permission.code());
            }
        });
        var formerDecisions = before.decisions(person);
        widened.addAll(moreDecisions(formerDecisions, after.decisions(person)));
    }

    private static boolean within(Reach now, Reach former, Known known) {
        if (former.all || now.all) {
            return former.all;
        }
        return now.units.stream().allMatch(unit -> former.units.contains(unit) || !known.units.contains(unit))
                && now.staff.stream().allMatch(staff -> former.staff.contains(staff) || !known.people.contains(staff));
    }

    /** The names of the powers that the second has beyond the first. */
    static List<String> moreDecisions(PostPowers before, PostPowers after) {
        var more = new ArrayList<String>();
        add(more, "moneyLimit", exceeds(after.moneyLimit(), before.moneyLimit()));
        add(more, "settlesComplaints", after.settlesComplaints() && !before.settlesComplaints());
        add(more, "publishesPolicies", after.publishesPolicies() && !before.publishesPolicies());
        add(more, "proposesAppointments", after.proposesAppointments() && !before.proposesAppointments());
        add(more, "proposesRewards", after.proposesRewards() && !before.proposesRewards());
        add(more, "rulesDisputes", after.rulesDisputes() && !before.rulesDisputes());
        add(more, "outsideContacts", after.outsideContacts() && !before.outsideContacts());
        return more;
    }

    private static void add(List<String> names, String name, boolean applies) {
        if (applies) {
            names.add(name);
        }
    }

    private static boolean exceeds(@Nullable Money now, @Nullable Money former) {
        if (now == null) {
            return false;
        }
        return former == null || !former.currency().equals(now.currency()) || now.compareTo(former) > 0;
    }

    private static Set<UnitId> units(OrganisationFacts facts) {
        var ids = new HashSet<UnitId>();
        facts.units().forEach(unit -> ids.add(unit.id()));
        return ids;
    }

    /** A scope spread out: everything, or these home units and these responsible people. */
    private static final class Reach {
        private boolean all;
        private final Set<UnitId> units = new HashSet<>();
        private final Set<StaffId> staff = new HashSet<>();

        static Reach of(Scope scope) {
            var reach = new Reach();
            reach.add(scope);
            return reach;
        }

        private void add(Scope scope) {
            switch (scope) {
                case Scope.All everything -> all = true;
                case Scope.Units(var ids) -> units.addAll(ids);
                case Scope.Own(var person) -> staff.add(person);
                case Scope.Group(var unit, var people) -> {
                    units.add(unit);
                    staff.addAll(people);
                }
                case Scope.Several(var parts) -> parts.forEach(this::add);
            }
        }
    }
}
