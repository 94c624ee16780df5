package org.guildhall.access.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guildhall.access.Unit;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** The organisation on one day. */
public final class UnitTree {

    private static final Comparator<Unit> RECENCY =
            Comparator.comparing(Unit::effectiveFrom).thenComparingInt(Unit::version);

    private final Map<UnitId, Unit> states = new HashMap<>();
    private final Map<UnitId, List<UnitId>> children = new HashMap<>();

    /** The tree that the states of all units make on a day; units that begin later are not in it. */
    public UnitTree(Collection<Unit> versions, LocalDate on) {
        for (var version : versions) {
            if (!version.effectiveFrom().isAfter(on)) {
                states.merge(version.id(), version, (a, b) -> RECENCY.compare(a, b) >= 0 ? a : b);
            }
        }
        for (var unit : states.values()) {
            if (unit.parent() != null) {
                children.computeIfAbsent(unit.parent(), id -> new ArrayList<>()).add(unit.id());
            }
        }
    }

    /** The unit's state, if it has begun. */
    public @Nullable Unit get(UnitId id) {
        return states.get(id);
    }

    /** The open units, parents before children, then by code. */
    public List<Unit> open() {
        return states.values().stream()
                .filter(Unit::open)
                .sorted(Comparator.<Unit>comparingInt(this::depth).thenComparing(Unit::code))
                .toList();
    }

    /** The unit and everything below it, closed units included: their data still belongs there. */
    public Set<UnitId> subtree(UnitId root) {
        var found = new HashSet<UnitId>();
        collect(root, found);
        return found;
    }

    /** Where data is divided above a unit: itself or the nearest store, branch, region or company. */
    public UnitId divisionOf(UnitId id) {
        var seen = new HashSet<UnitId>();
        var at = states.get(id);
        while (at != null && !at.kind().dividesData() && at.parent() != null && seen.add(at.id())) {
            at = states.get(at.parent());
        }
        return at == null ? id : at.id();
    }

    private void collect(UnitId id, Set<UnitId> found) {
        if (found.add(id)) {
            children.getOrDefault(id, List.of()).forEach(child -> collect(child, found));
        }
    }

    private int depth(Unit unit) {
        int depth = 0;
        var at = unit;
        while (at != null && at.parent() != null && depth <= states.size()) {
            at = states.get(at.parent());
            depth++;
        }
        return depth;
    }
}
