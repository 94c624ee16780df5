package org.guildhall.members.search;

import static org.guildhall.jooq.members.Tables.MEMBER;
import static org.guildhall.jooq.members.Tables.MEMBER_TAG;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Slice;
import org.guildhall.members.search.OrderSearch.Order;
import org.guildhall.members.search.TextConditions.Way;
import org.guildhall.platform.Cursors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Chooses one page of member ids, and counts them, by ranges of indexes only. */
@Component
class MemberSearch {

    private static final Field<Integer> WAY = field(name("way"), Integer.class);
    private static final Field<String> KEY = field(name("k"), String.class);
    private static final Field<UUID> ID = field(name("member_id"), UUID.class);

    private final DSLContext sql;
    private final OrderSearch orders;

    MemberSearch(DSLContext sql, OrderSearch orders) {
        this.sql = sql;
        this.orders = orders;
    }

    /** Found ids in order; each with its cursor. */
    record Hit(UUID id, String cursor) {}

    /** One page of the matches of a text, best way first. */
    List<Hit> byText(List<Way> ways, Condition further, @Nullable String cursor, int limit) {
        if (ways.isEmpty()) {
            return List.of();
        }
        var after = Cursors.decode(cursor, 3);
        Select<Record3<Integer, String, UUID>> union = null;
        int first = after.isEmpty() ? 0 : whole(after.getFirst());
        for (int i = first; i < ways.size(); i++) {
            var way = ways.get(i);
            var condition = way.condition().and(MEMBER.ANNULLED.isFalse()).and(further);
            if (!after.isEmpty() && i == first) {
                condition = condition.and(row(way.key(), MEMBER.MEMBER_ID).gt(after.get(1), uuid(after.get(2))));
            }
            var page = select(inline(i).as(WAY), way.key().as(KEY), MEMBER.MEMBER_ID)
                    .from(MEMBER)
                    .where(condition)
                    .orderBy(way.key(), MEMBER.MEMBER_ID)
                    .limit(inline(limit));
            var branch = select(WAY, KEY, ID).from(page.asTable("w" + i));
            union = union == null ? branch : union.unionAll(branch);
        }
        if (union == null) {
            return List.of();
        }
        return sql.select(WAY, KEY, ID)
                .from(union.asTable("found"))
                .orderBy(WAY, KEY, ID)
                .limit(limit)
                .fetch(r -> new Hit(r.value3(), Cursors.encode(r.value1(), r.value2(), r.value3())));
    }

    /** How many a text finds, counted to the limit and one. */
    long countByText(List<Way> ways, Condition further) {
        if (ways.isEmpty()) {
            return 0;
        }
        Field<Integer> sum = inline(0);
        for (var way : ways) {
            var some = selectOne()
                    .from(MEMBER)
                    .where(way.condition().and(MEMBER.ANNULLED.isFalse()).and(further))
                    .limit(inline(Slice.COUNT_LIMIT + 1));
            sum = sum.plus(field(selectCount().from(some.asTable("some"))));
        }
        return sql.select(sum).fetchSingle().value1();
    }

    /** One page of all members that meet the condition, in the order. */
    List<Hit> ordered(Condition condition, Order order, @Nullable String cursor, int limit) {
        return orders.page(condition, order, cursor, limit);
    }

    /** How many meet the condition, counted to the limit and one. */
    long count(Condition condition) {
        var some = selectOne()
                .from(MEMBER)
                .where(condition.and(MEMBER.ANNULLED.isFalse()))
                .limit(inline(Slice.COUNT_LIMIT + 1));
        return sql.select(org.jooq.impl.DSL.count())
                .from(some.asTable("some"))
                .fetchSingle()
                .value1();
    }

    /** A line of the list, unmasked. */
    record Line(
            UUID id,
            String number,
            String kind,
            String status,
            @Nullable String name,
            @Nullable String gender,
            @Nullable String mobile,
            @Nullable UUID homeUnit,
            @Nullable UUID adviser,
            LocalDate joinedOn) {}

    /** The lines of these members. */
    Map<UUID, Line> lines(UUID[] ids) {
        var lines = new HashMap<UUID, Line>();
        sql.select(
                        MEMBER.MEMBER_ID,
                        MEMBER.NUMBER,
                        MEMBER.KIND,
                        MEMBER.STATUS,
                        MEMBER.NAME,
                        MEMBER.GENDER,
                        MEMBER.MOBILE,
                        MEMBER.HOME_UNIT,
                        MEMBER.ADVISER,
                        MEMBER.JOINED_ON)
                .from(MEMBER)
                .where(MEMBER.MEMBER_ID.eq(any(ids)))
                .forEach(r -> lines.put(r.value1(), r.into(Line.class)));
        return lines;
    }

    /** The tags of these members. */
    Map<UUID, Set<String>> tags(UUID[] ids) {
        return sql.select(MEMBER_TAG.MEMBER_ID, MEMBER_TAG.TAG)
                .from(MEMBER_TAG)
                .where(MEMBER_TAG.MEMBER_ID.eq(any(ids)))
                .collect(Collectors.groupingBy(
                        r -> r.value1(), Collectors.mapping(r -> r.value2(), Collectors.toCollection(TreeSet::new))));
    }

    private static int whole(String text) {
        try {
            int way = Integer.parseInt(text);
            if (way >= 0) {
                return way;
            }
        } catch (NumberFormatException e) {
            throw InvalidInput.of("cursor", text, "cursor");
        }
        throw InvalidInput.of("cursor", text, "cursor");
    }

    static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw InvalidInput.of("cursor", text, "cursor");
        }
    }
}
