package org.guildhall.insights.copy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guildhall.access.Scope;
import org.guildhall.insights.Column;
import org.guildhall.insights.FactSource;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * Turns a measure's text into one statement: the sources limited to the reader's reach, then the text with its parameters
 * as typed literals (dates, numbers and ids only, so nothing that a person typed is ever part of a statement).
 *
 * <p>Rows with a unit are limited by it, other rows by their member's home unit; an adviser's reach is always the members
 * whom the adviser looks after.
 */
final class MeasureStatement {

    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-z_]+)");

    private static final List<Column.Role> SCOPED = List.of(Column.Role.UNIT, Column.Role.ADVISER, Column.Role.MEMBER);

    private final List<FactSource> sources;

    MeasureStatement(Collection<FactSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** A {@code with} clause whose last table {@code part} holds the measure's rows. */
    String parts(String sql, Map<String, Object> parameters, Reach reach) {
        var limited = sources.stream()
                .map(source -> "%s as (select * from facts.%s where %s)"
                        .formatted(source.name(), source.name(), condition(source, reach)))
                .collect(Collectors.joining(",\n"));
        return "with " + limited + ",\npart as (\n" + filled(sql, parameters) + "\n)\n";
    }

    private static String filled(String sql, Map<String, Object> parameters) {
        return PARAMETER.matcher(sql).replaceAll(found -> literal(parameters.get(found.group(1)), found.group(1)));
    }

    private static String literal(@Nullable Object value, String name) {
        return switch (value) {
            case LocalDate date -> "date '" + date + "'";
            case Integer number -> number.toString();
            case null, default -> throw new IllegalStateException("no parameter :" + name);
        };
    }

    private String condition(FactSource source, Reach reach) {
        if (SCOPED.stream().allMatch(role -> column(source, role).isEmpty())) {
            return "true";
        }
        var asked = reach.units() == null ? "true" : by(source, Column.Role.UNIT, units(reach.units()));
        return asked + " and " + inScope(source, reach.scope());
    }

    private String inScope(FactSource source, Scope scope) {
        return switch (scope) {
            case Scope.All all -> "true";
            case Scope.Units(var units) -> by(source, Column.Role.UNIT, units(units));
            case Scope.Own(var staff) -> by(source, Column.Role.ADVISER, staff(Set.of(staff)));
            case Scope.Group(var unit, var staff) ->
                "(" + by(source, Column.Role.UNIT, units(Set.of(unit))) + " or "
                        + by(source, Column.Role.ADVISER, staff(staff)) + ")";
            case Scope.Several(var parts) ->
                parts.stream()
                        .map(part -> " or " + inScope(source, part))
                        .collect(Collectors.joining("", "(false", ")"));
        };
    }

    private static Stream<UUID> units(Set<UnitId> units) {
        return units.stream().map(UnitId::value);
    }

    private static Stream<UUID> staff(Set<StaffId> staff) {
        return staff.stream().map(StaffId::value);
    }

    private String by(FactSource source, Column.Role role, Stream<UUID> ids) {
        var in = in(ids);
        return column(source, role).map(own -> own + in).orElseGet(() -> ofMembers(source, role, in));
    }

    private String ofMembers(FactSource source, Column.Role role, String in) {
        var members = sources.stream()
                .filter(candidate -> candidate.name().equals(FactSource.MEMBERS))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no fact source gives the members"));
        return "%s in (select %s from facts.%s where %s%s)"
                .formatted(
                        required(source, Column.Role.MEMBER),
                        required(members, Column.Role.KEY),
                        members.name(),
                        required(members, role),
                        in);
    }

    static String required(FactSource source, Column.Role role) {
        return column(source, role)
                .orElseThrow(
                        () -> new IllegalStateException("source " + source.name() + " has no " + role + " column"));
    }

    private static Optional<String> column(FactSource source, Column.Role role) {
        return source.columns().stream()
                .filter(column -> column.role() == role)
                .map(Column::name)
                .findFirst();
    }

    private static String in(Stream<UUID> ids) {
        var list = ids.sorted().map(id -> "uuid '" + id + "'").collect(Collectors.joining(", "));
        return list.isEmpty() ? " in (null)" : " in (" + list + ")";
    }
}
