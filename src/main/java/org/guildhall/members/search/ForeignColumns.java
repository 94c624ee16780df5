package org.guildhall.members.search;

import static org.guildhall.jooq.members.Tables.MEMBER;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guildhall.access.Access;
import org.guildhall.access.Scopes;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.guildhall.members.MemberColumn;
import org.guildhall.members.MemberQuery;
import org.guildhall.members.search.MemberSearch.Line;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The columns that other modules offer to lists of members, and the one guard before them: shown, narrowed and ordered by
 * only as far as the reader's permission for the column reaches.
 */
@Component
public class ForeignColumns {

    private final Access access;
    private final ObjectProvider<MemberColumn> columns;

    ForeignColumns(Access access, ObjectProvider<MemberColumn> columns) {
        this.access = access;
        this.columns = columns;
    }

    /** All of them by code. */
    Map<String, MemberColumn> all() {
        return columns.orderedStream()
                .collect(Collectors.toMap(MemberColumn::code, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    /** Those that the reader may be shown of anybody. */
    public List<MemberColumn> shown() {
        return all().values().stream()
                .filter(column -> access.may(column.permission()))
                .toList();
    }

    /** Whether the reader may be shown every column that the list names. */
    public boolean permitted(MemberQuery query) {
        var offered = all();
        var named = new HashSet<>(MemberConditions.columnsOf(query.filter()));
        named.addAll(query.columns() == null ? List.of() : query.columns());
        named.add(sortKey(query.sort()));
        return named.stream().map(offered::get).allMatch(column -> column == null || access.may(column.permission()));
    }

    /** Refuses columns that there aren't, and those that the reader may not be shown. */
    void requireKnown(List<String> codes) {
        var offered = all();
        codes.forEach(code -> known(code, offered));
    }

    /** The column of this name if the reader may be shown it; null if there is none. */
    @Nullable
    MemberColumn find(String code) {
        var column = all().get(code);
        if (column != null) {
            access.require(column.permission());
        }
        return column;
    }

    /** Those members of whom the reader may be shown what the list is narrowed and ordered by. */
    Condition reach(MemberQuery query) {
        var offered = all();
        var used = new HashSet<>(MemberConditions.columnsOf(query.filter()));
        used.add(sortKey(query.sort()));
        var reach = DSL.noCondition();
        for (var code : used) {
            var column = offered.get(code);
            if (column != null) {
                var scope = access.require(column.permission());
                reach = reach.and(Scopes.condition(scope, MEMBER.HOME_UNIT, MEMBER.ADVISER));
            }
        }
        return reach;
    }

    /** The values of these members by column; of a member out of the column's reach none. */
    Map<MemberId, Map<String, Object>> values(Map<MemberId, Line> members, @Nullable List<String> wanted) {
        var values = new HashMap<MemberId, Map<String, Object>>();
        if (wanted == null || wanted.isEmpty()) {
            return values;
        }
        var offered = all();
        for (var code : wanted) {
            var column = known(code, offered);
            var scope = access.require(column.permission());
            var within = new ArrayList<MemberId>();
            members.forEach((id, line) -> {
                var home = line.homeUnit() == null ? null : UnitId.of(line.homeUnit());
                var adviser = line.adviser() == null ? null : StaffId.of(line.adviser());
                if (Scopes.includes(scope, home, adviser)) {
                    within.add(id);
                }
            });
            column.values(within)
                    .forEach((id, value) -> values.computeIfAbsent(id, i -> new LinkedHashMap<>())
                            .put(code, value));
        }
        return values;
    }

    private MemberColumn known(String code, Map<String, MemberColumn> offered) {
        var column = offered.get(code);
        if (column == null) {
            throw InvalidInput.of("columns", code, "known-column");
        }
        access.require(column.permission());
        return column;
    }

    /** What is sorted by, without the direction. */
    static String sortKey(@Nullable String sort) {
        return sort == null ? "" : sort.startsWith("-") ? sort.substring(1) : sort;
    }
}
