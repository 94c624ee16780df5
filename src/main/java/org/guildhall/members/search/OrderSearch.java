package org.guildhall.members.search;

import static org.guildhall.jooq.members.Tables.MEMBER;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.members.MemberColumn;
import org.guildhall.members.search.MemberSearch.Hit;
import org.guildhall.platform.Cursors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DerivedColumnList1;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.SelectConditionStep;
import org.jooq.SortField;
import org.jooq.exception.DataTypeException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pages members in an order, of the record or of another module's column: nobody twice, nobody left out. */
@Component
class OrderSearch {

    private static final DerivedColumnList1 CHOSEN = name("chosen").fields("member_id");
    private static final Field<UUID> CHOSEN_ID = field(name("chosen", "member_id"), UUID.class);

    /** In a cursor: whether the last member shown has a value. */
    private static final String KNOWN = "k";

    private static final String UNKNOWN = "u";

    private final DSLContext sql;

    OrderSearch(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * An order: the value to sort by (none: order of registration), where it stands if not in the record, its direction, and
     * whether members are chosen first and sorted then. The database can't see that a condition and an order of other modules
     * go together, and would look for the first members where there are none.
     */
    record Order(@Nullable Field<?> key, MemberColumn.@Nullable Source source, boolean descending, boolean apart) {

        /** The order of registration. */
        static Order byRegistration(boolean descending) {
            return new Order(null, null, descending, false);
        }

        /** A value of the record itself. */
        static Order of(Field<?> key, boolean descending) {
            return new Order(key, null, descending, false);
        }

        /** A value of another module's rows. */
        static Order of(MemberColumn.Source source, boolean descending, boolean apart) {
            return new Order(source.key(), source, descending, apart);
        }
    }

    /** One page of all members that meet the condition, in the order. */
    List<Hit> page(Condition condition, Order order, @Nullable String cursor, int limit) {
        var key = order.key();
        return key == null
                ? byRegistration(condition, order, cursor, limit)
                : byKey(condition, order, key, cursor, limit);
    }

    private List<Hit> byRegistration(Condition condition, Order order, @Nullable String cursor, int limit) {
        var after = Cursors.decode(cursor, 1);
        var rest = condition.and(MEMBER.ANNULLED.isFalse());
        if (!after.isEmpty()) {
            var id = MemberSearch.uuid(after.getFirst());
            rest = rest.and(order.descending() ? MEMBER.MEMBER_ID.lt(id) : MEMBER.MEMBER_ID.gt(id));
        }
        return sql.select(MEMBER.MEMBER_ID)
                .from(MEMBER)
                .where(rest)
                .orderBy(order.descending() ? MEMBER.MEMBER_ID.desc() : MEMBER.MEMBER_ID.asc())
                .limit(limit)
                .fetch(r -> new Hit(r.value1(), Cursors.encode(r.value1())));
    }

    /** Members with a value in its order, then those without one. */
    private <T> List<Hit> byKey(Condition condition, Order order, Field<T> key, @Nullable String cursor, int limit) {
        var after = Cursors.decode(cursor, 3);
        boolean amongUnknown = !after.isEmpty() && after.getFirst().equals(UNKNOWN);
        var hits = new ArrayList<Hit>();
        if (!amongUnknown) {
            hits.addAll(known(condition, order, key, after, limit));
        }
        if (hits.size() < limit) {
            hits.addAll(unknown(condition, order, key, amongUnknown ? after : List.of(), limit - hits.size()));
        }
        return hits;
    }

    private <T> List<Hit> known(Condition condition, Order order, Field<T> key, List<String> after, int limit) {
        var chosen = condition.and(MEMBER.ANNULLED.isFalse());
        var source = order.source();
        if (source != null && order.apart()) {
            var members =
                    CHOSEN.asMaterialized(select(MEMBER.MEMBER_ID).from(MEMBER).where(chosen));
            return inOrder(
                    sql.with(members)
                            .select(CHOSEN_ID, key)
                            .from(members.join(source.rows())
                                    .on(source.member().eq(CHOSEN_ID))
                                    .and(source.condition()))
                            .where(key.isNotNull().and(further(order, key, CHOSEN_ID, after))),
                    order,
                    key,
                    CHOSEN_ID,
                    limit);
        }
        return inOrder(
                sql.select(MEMBER.MEMBER_ID, key)
                        .from(
                                source == null
                                        ? MEMBER
                                        : MEMBER.join(source.rows()).on(joined(source)))
                        .where(chosen.and(key.isNotNull()).and(further(order, key, MEMBER.MEMBER_ID, after))),
                order,
                key,
                MEMBER.MEMBER_ID,
                limit);
    }

    private static <T> Condition further(Order order, Field<T> key, Field<UUID> id, List<String> after) {
        if (after.isEmpty()) {
            return noCondition();
        }
        var last = row(key, id);
        Field<T> value = read(key, after.get(1));
        Field<UUID> lastId = val(MemberSearch.uuid(after.get(2)));
        return order.descending() ? last.lt(value, lastId) : last.gt(value, lastId);
    }

    private static <T> Field<T> read(Field<T> key, String text) {
        try {
            var value = val(text, key);
            if (value.getValue() != null) {
                return value;
            }
        } catch (DataTypeException e) {
            throw InvalidInput.of("cursor", text, "cursor");
        }
        throw InvalidInput.of("cursor", text, "cursor");
    }

    private static <T> List<Hit> inOrder(
            SelectConditionStep<Record2<UUID, T>> found, Order order, Field<T> key, Field<UUID> id, int limit) {
        return found.orderBy(order.descending() ? key.desc() : key.asc(), order.descending() ? id.desc() : id.asc())
                .limit(limit)
                .fetch(r -> new Hit(r.value1(), Cursors.encode(KNOWN, String.valueOf(r.value2()), r.value1())));
    }

    private List<Hit> unknown(Condition condition, Order order, Field<?> key, List<String> after, int limit) {
        var source = order.source();
        var nothing = source == null ? key.isNull() : source.member().isNull().or(key.isNull());
        var rest = condition.and(MEMBER.ANNULLED.isFalse()).and(nothing);
        if (!after.isEmpty()) {
            var id = MemberSearch.uuid(after.get(2));
            rest = rest.and(order.descending() ? MEMBER.MEMBER_ID.lt(id) : MEMBER.MEMBER_ID.gt(id));
        }
        return sql.select(MEMBER.MEMBER_ID)
                .from(source == null ? MEMBER : MEMBER.leftJoin(source.rows()).on(joined(source)))
                .where(rest)
                .orderBy(registration(order))
                .limit(limit)
                .fetch(r -> new Hit(r.value1(), Cursors.encode(UNKNOWN, "", r.value1())));
    }

    private static Condition joined(MemberColumn.Source source) {
        return source.member().eq(MEMBER.MEMBER_ID).and(source.condition());
    }

    private static SortField<UUID> registration(Order order) {
        return order.descending() ? MEMBER.MEMBER_ID.desc() : MEMBER.MEMBER_ID.asc();
    }
}
