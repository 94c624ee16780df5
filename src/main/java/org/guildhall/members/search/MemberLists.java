package org.guildhall.members.search;

import static org.guildhall.jooq.members.Tables.MEMBER;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guildhall.access.Access;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.guildhall.members.Gender;
import org.guildhall.members.MemberFilter;
import org.guildhall.members.MemberKind;
import org.guildhall.members.MemberPermissions;
import org.guildhall.members.MemberQuery;
import org.guildhall.members.MemberRow;
import org.guildhall.members.MemberStatus;
import org.guildhall.members.attributes.AttributeStore;
import org.guildhall.members.identification.Mobiles;
import org.guildhall.members.masking.Masks;
import org.guildhall.members.masking.Unmasked;
import org.guildhall.members.search.MemberSearch.Hit;
import org.guildhall.members.search.MemberSearch.Line;
import org.guildhall.members.search.OrderSearch.Order;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists members as the reader may see them: scope in the query, masks on the lines, columns of other modules added. */
@Component
public class MemberLists {

    private static final int PAGE = 50;

    private final Access access;
    private final MemberSearch search;
    private final AttributeStore attributes;
    private final BusinessTime time;
    private final ForeignColumns columns;

    MemberLists(
            Access access, MemberSearch search, AttributeStore attributes, BusinessTime time, ForeignColumns columns) {
        this.access = access;
        this.search = search;
        this.attributes = attributes;
        this.time = time;
        this.columns = columns;
    }

    /** One page with its total (on the first page). */
    public Slice<MemberRow> page(MemberQuery query) {
        var scope = access.require(MemberPermissions.READ);
        int limit = Objects.requireNonNullElse(query.limit(), PAGE);
        if (limit < 1 || limit > Slice.PAGE_LIMIT) {
            throw InvalidInput.of("limit", limit, "page-limit");
        }
        var hits = hits(query, scope, query.cursor(), limit + 1);
        var total = query.cursor() == null ? Slice.Total.counted(count(query, scope)) : null;
        return withRows(Slice.cut(hits, limit, Hit::cursor, total), query.columns());
    }

    /** Refuses an unknown column or order before it is kept, or costs somebody else's time in the background. */
    public void requireKnown(MemberQuery query) {
        order(query.sort(), MemberConditions.ofOthers(query.filter()));
        if (query.columns() != null) {
            columns.requireKnown(query.columns());
        }
    }

    /** How many members within the scope the query asks for, exact to the limit. */
    public Slice.Total total(MemberQuery query) {
        return total(query, access.require(MemberPermissions.READ));
    }

    /** How many members within this scope the query asks for, exact to the limit. */
    public Slice.Total total(MemberQuery query, Scope scope) {
        return Slice.Total.counted(count(query, scope));
    }

    /** The next ids in scope after a cursor, for work on all that a query asks for. */
    public Slice<MemberId> ids(MemberQuery query, Scope scope, @Nullable String cursor, int limit) {
        return Slice.cut(hits(query, scope, cursor, limit + 1), limit, Hit::cursor, null)
                .map(hit -> MemberId.of(hit.id()));
    }

    /** The numbers of those of these members whom the actor may see. */
    public Map<MemberId, String> numbers(Set<MemberId> ids) {
        if (ids.isEmpty() || !access.may(MemberPermissions.READ)) {
            return Map.of();
        }
        var query = new MemberQuery(null, new MemberFilter.Ids(ids), null, null, null, ids.size());
        return page(query).items().stream().collect(Collectors.toMap(MemberRow::id, MemberRow::number));
    }

    /** The lines of these members in the given order, masked. */
    public List<MemberRow> rows(List<MemberId> ids, @Nullable List<String> wanted) {
        return rows(ids, wanted, Unmasked.of(access)::includes);
    }

    /** The lines of these members in the given order, all masked. */
    public List<MemberRow> maskedRows(List<MemberId> ids) {
        return rows(ids, null, (home, adviser) -> false);
    }

    /** Whether a member of this home and adviser is seen in the clear. */
    private interface Clear {
        boolean includes(@Nullable UnitId home, @Nullable StaffId adviser);
    }

    private List<MemberRow> rows(List<MemberId> ids, @Nullable List<String> wanted, Clear clear) {
        var keys = ids.stream().map(MemberId::value).toArray(UUID[]::new);
        var lines = search.lines(keys);
        var tags = search.tags(keys);
        var known = new LinkedHashMap<MemberId, Line>();
        ids.stream().filter(id -> lines.containsKey(id.value())).forEach(id -> known.put(id, lines.get(id.value())));
        var values = columns.values(known, wanted);
        var rows = new ArrayList<MemberRow>();
        known.forEach((id, line) ->
                rows.add(row(line, tags.getOrDefault(id.value(), Set.of()), values.getOrDefault(id, Map.of()), clear)));
        return rows;
    }

    private Slice<MemberRow> withRows(Slice<Hit> hits, @Nullable List<String> wanted) {
        var ids = hits.items().stream().map(hit -> MemberId.of(hit.id())).toList();
        return new Slice<>(rows(ids, wanted), hits.next(), hits.total());
    }

    private List<Hit> hits(MemberQuery query, Scope scope, @Nullable String cursor, int limit) {
        var further = further(query, scope);
        var text = query.text();
        if (text != null && !text.isBlank()) {
            var ways = TextConditions.of(text, Unmasked.of(access).everywhere());
            return search.byText(ways, further, cursor, limit);
        }
        return search.ordered(further, order(query.sort(), MemberConditions.ofOthers(query.filter())), cursor, limit);
    }

    private long count(MemberQuery query, Scope scope) {
        var text = query.text();
        return text != null && !text.isBlank()
                ? search.countByText(TextConditions.of(text, Unmasked.of(access).everywhere()), further(query, scope))
                : search.count(further(query, scope));
    }

    private Condition further(MemberQuery query, Scope scope) {
        var inScope = Scopes.condition(scope, MEMBER.HOME_UNIT, MEMBER.ADVISER).and(columns.reach(query));
        if (query.filter() == null) {
            return inScope;
        }
        return inScope.and(conditions().of(query.filter()));
    }

    private MemberConditions conditions() {
        return new MemberConditions(
                attributes.all(),
                columns.all(),
                time.today(),
                Unmasked.of(access).everywhere());
    }

    private Order order(@Nullable String sort, boolean apart) {
        if (sort == null || sort.isBlank()) {
            return Order.byRegistration(true);
        }
        boolean descending = sort.startsWith("-");
        var key = ForeignColumns.sortKey(sort);
        return switch (key) {
            case "registered" -> Order.byRegistration(descending);
            case "name" -> Order.of(MEMBER.PINYIN, descending);
            case "joinedOn" -> Order.of(MEMBER.JOINED_ON, descending);
            case "number" -> Order.of(MEMBER.NUMBER, descending);
            default -> {
                var column = columns.find(key);
                var source = column == null ? null : column.source();
                if (source == null) {
                    throw InvalidInput.of("sort", sort, "sort-key");
                }
                yield Order.of(source, descending, apart);
            }
        };
    }

    private static MemberRow row(Line line, Set<String> tags, Map<String, Object> values, Clear clear) {
        var home = line.homeUnit() == null ? null : UnitId.of(line.homeUnit());
        var adviser = line.adviser() == null ? null : StaffId.of(line.adviser());
        boolean masked = !clear.includes(home, adviser);
        var kind = MemberKind.valueOf(line.kind());
        return new MemberRow(
                MemberId.of(line.id()),
                line.number(),
                kind,
                MemberStatus.valueOf(line.status()),
                masked && kind == MemberKind.PERSON ? Masks.name(line.name()) : line.name(),
                line.gender() == null ? null : Gender.valueOf(line.gender()),
                masked ? Masks.mobile(line.mobile()) : line.mobile() == null ? null : Mobiles.shown(line.mobile()),
                home,
                adviser,
                line.joinedOn(),
                List.copyOf(tags),
                values);
    }
}
