package org.guildhall.access;

import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Applies a scope: as a condition where rows are chosen, as a question where one thing is at hand. Both agree. */
public final class Scopes {

    private Scopes() {}

    /** True for the rows in scope, given the columns of the home unit and of the responsible staff member. */
    public static Condition condition(Scope scope, Field<UUID> homeUnit, Field<UUID> adviser) {
        return switch (scope) {
            case Scope.All all -> DSL.noCondition();
            case Scope.Units(var units) -> homeUnit.in(unitIds(units));
            case Scope.Own(var staff) -> adviser.eq(staff.value());
            case Scope.Group(var unit, var staff) ->
                homeUnit.eq(unit.value())
                        .or(adviser.in(staff.stream().map(StaffId::value).toList()));
            case Scope.Several(var parts) ->
                DSL.or(parts.stream()
                        .map(part ->
                                part instanceof Scope.All ? DSL.trueCondition() : condition(part, homeUnit, adviser))
                        .toList());
        };
    }

    /** Whether a thing of this home unit and responsible staff member is in scope. */
    public static boolean includes(Scope scope, @Nullable UnitId homeUnit, @Nullable StaffId adviser) {
        return switch (scope) {
            case Scope.All all -> true;
            case Scope.Units(var units) -> homeUnit != null && units.contains(homeUnit);
            case Scope.Own(var staff) -> staff.equals(adviser);
            case Scope.Group(var unit, var staff) ->
                unit.equals(homeUnit) || (adviser != null && staff.contains(adviser));
            case Scope.Several(var parts) -> parts.stream().anyMatch(part -> includes(part, homeUnit, adviser));
        };
    }

    private static List<UUID> unitIds(java.util.Collection<UnitId> units) {
        return units.stream().map(UnitId::value).toList();
    }
}
