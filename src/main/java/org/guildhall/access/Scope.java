package org.guildhall.access;

import java.util.List;
import java.util.Set;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;

/** The data a permission opens to an actor: everything, some units, a group's members or only the own ones. */
public sealed interface Scope {

    /** Everything. */
    record All() implements Scope {}

    /** What belongs to these units: the own branch or store and all below it. */
    record Units(Set<UnitId> units) implements Scope {
        /** Copies the set. */
        public Units {
            units = Set.copyOf(units);
        }
    }

    /** What belongs to the group or to one of its people. */
    record Group(UnitId unit, Set<StaffId> staff) implements Scope {
        /** Copies the set. */
        public Group {
            staff = Set.copyOf(staff);
        }
    }

    /** What the actor looks after. */
    record Own(StaffId staff) implements Scope {}

    /** What any of the parts opens, for somebody who holds several posts. */
    record Several(List<Scope> parts) implements Scope {
        /** Copies the list. */
        public Several {
            parts = List.copyOf(parts);
        }
    }
}
