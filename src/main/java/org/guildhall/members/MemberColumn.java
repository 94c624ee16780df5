package org.guildhall.members;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.access.Permission;
import org.guildhall.kernel.MemberId;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * A column that another module offers to the member list: its values for one page of members at a time and, if it can, a
 * filter and an order. A bean per column.
 */
public interface MemberColumn {

    /** Stable name, {@code loyalty.tier}; also the key of its label. */
    String code();

    /**
     * What somebody must be permitted, for the member, to be shown it; nobody else can narrow or order a list by it either,
     * and a list that is holds only members it may be shown of.
     */
    Permission permission();

    /** What kind of value it holds. */
    Type type();

    /** The values that a choice column can take; empty for other types. */
    default List<String> choices() {
        return List.of();
    }

    /** Whether {@link #matches} knows any test. */
    default boolean filterable() {
        return false;
    }

    /** Whether {@link #source} gives an order. */
    default boolean sortable() {
        return source() != null;
    }

    /** The values of these members; members without a value are absent. Scalars, {@code Points} or {@code Money}. */
    Map<MemberId, Object> values(Collection<MemberId> members);

    /** The condition that the member with this id passes the test, or null when the column can't be filtered so. */
    default @Nullable Condition matches(Field<UUID> memberId, MemberFilter.Comparison test, List<String> values) {
        return null;
    }

    /** What members are sorted by, or null when the list can't be sorted by this column. */
    default @Nullable Source source() {
        return null;
    }

    /**
     * Where an order is read from: rows of the module's own table, at most one a member, and the value to sort by. The list
     * joins them, so that the database chooses how; members without a row or value come last.
     */
    record Source(Table<?> rows, Field<UUID> member, Condition condition, Field<? extends Comparable<?>> key) {}

    /** The types a column can have. */
    @Schema(enumAsRef = true, name = "MemberColumnType")
    enum Type {
        /** Words. */
        TEXT,
        /** One of the choices. */
        CHOICE,
        /** A whole number. */
        NUMBER,
        /** Money. */
        MONEY,
        /** A day. */
        DATE
    }
}
