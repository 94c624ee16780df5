package org.guildhall.access.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.guildhall.access.Grant;
import org.guildhall.access.PostId;
import org.guildhall.access.PostPowers;
import org.guildhall.access.Unit;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** Everything from which powers follow: all states of all units, all posts, all appointments, and who there is. */
public record OrganisationFacts(List<Unit> units, Map<PostId, PostFacts> posts, List<Held> held, Set<StaffId> people) {

    /** What a post gives. */
    public record PostFacts(List<Grant> grants, PostPowers powers) {}

    /** An appointment; it ends with the employment. */
    public record Held(
            StaffId staff,
            PostId post,
            UnitId unit,
            LocalDate from,
            @Nullable LocalDate until) {

        boolean on(LocalDate day) {
            return !from.isAfter(day) && (until == null || until.isAfter(day));
        }
    }

    /** The days from a day on at which something begins to be different, that day included. */
    Set<LocalDate> boundaries(LocalDate start) {
        var days = new TreeSet<LocalDate>();
        days.add(start);
        for (var unit : units) {
            days.add(unit.effectiveFrom());
        }
        for (var post : held) {
            days.add(post.from());
            if (post.until() != null) {
                days.add(post.until());
            }
        }
        return days.tailSet(start);
    }
}
