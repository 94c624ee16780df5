package org.guildhall.members.search;

import static org.guildhall.jooq.members.Tables.MEMBER;
import static org.guildhall.jooq.members.Tables.MEMBER_TAG;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.guildhall.access.AccessRefusal;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.guildhall.members.AttributeDefinition;
import org.guildhall.members.MemberColumn;
import org.guildhall.members.MemberField;
import org.guildhall.members.MemberFilter;
import org.guildhall.members.MemberPermissions;
import org.guildhall.members.attributes.AttributeRules;
import org.guildhall.members.calendar.Birthdays;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Turns a tree of conditions into SQL; an unknown attribute or column, or a value of the wrong type, is refused by name. */
final class MemberConditions {

    private static final int DEEPEST = 8;
    private static final int MOST_VALUES = 1000;

    /** What may be asked of a masked value: the answers to all others, put together, would tell it. */
    private static final Set<MemberFilter.Comparison> SILENT =
            EnumSet.of(MemberFilter.Comparison.KNOWN, MemberFilter.Comparison.UNKNOWN);

    private final Map<String, AttributeDefinition> attributes;
    private final Map<String, MemberColumn> columns;
    private final LocalDate today;
    private final boolean unmasked;

    MemberConditions(
            Map<String, AttributeDefinition> attributes,
            Map<String, MemberColumn> columns,
            LocalDate today,
            boolean unmasked) {
        this.unmasked = unmasked;
        this.attributes = attributes;
        this.columns = columns;
        this.today = today;
    }

    Condition of(@Nullable MemberFilter filter) {
        return filter == null ? DSL.noCondition() : of(filter, 0);
    }

    private Condition of(MemberFilter filter, int depth) {
        if (depth > DEEPEST) {
            throw InvalidInput.of("filter", DEEPEST, "too-deep");
        }
        return switch (filter) {
            case MemberFilter.All(var of) ->
                DSL.and(limited(of).stream().map(f -> of(f, depth + 1)).toList());
            case MemberFilter.Any(var of) ->
                DSL.or(limited(of).stream().map(f -> of(f, depth + 1)).toList());
            case MemberFilter.Not(var of) -> of(of, depth + 1).isTrue().not();
            case MemberFilter.Kind(var kind) -> MEMBER.KIND.eq(kind.name());
            case MemberFilter.Status(var in) ->
                MEMBER.STATUS.in(limited(in).stream().map(Enum::name).toList());
            case MemberFilter.Home(var in) ->
                oneOf(MEMBER.HOME_UNIT, limited(in).stream().map(UnitId::value).toList());
            case MemberFilter.Adviser(var in) ->
                oneOf(MEMBER.ADVISER, limited(in).stream().map(StaffId::value).toList());
            case MemberFilter.Joined(var from, var to) -> joined(from, to);
            case MemberFilter.BirthdayMonth(var in) -> birthday(in);
            case MemberFilter.Has(var field, var known) ->
                known ? has(field) : has(field).not();
            case MemberFilter.Tagged(var any) ->
                MEMBER.MEMBER_ID.in(
                        select(MEMBER_TAG.MEMBER_ID).from(MEMBER_TAG).where(MEMBER_TAG.TAG.in(limited(any))));
            case MemberFilter.Attribute attribute -> attribute(attribute);
            case MemberFilter.Column column -> column(column);
            case MemberFilter.Ids(var in) ->
                MEMBER.MEMBER_ID.eq(DSL.any(in.stream().map(MemberId::value).toArray(UUID[]::new)));
        };
    }

    /** Whether the tree has a condition on a column of another module. */
    static boolean ofOthers(@Nullable MemberFilter filter) {
        return !columnsOf(filter).isEmpty();
    }

    /** The columns of other modules that the tree has conditions on. */
    static Set<String> columnsOf(@Nullable MemberFilter filter) {
        var codes = new HashSet<String>();
        collect(filter, codes);
        return codes;
    }

    private static void collect(@Nullable MemberFilter filter, Set<String> codes) {
        switch (filter) {
            case null -> {}
            case MemberFilter.All(var of) -> of.forEach(part -> collect(part, codes));
            case MemberFilter.Any(var of) -> of.forEach(part -> collect(part, codes));
            case MemberFilter.Not(var of) -> collect(of, codes);
            case MemberFilter.Column column -> codes.add(column.code());
            case MemberFilter.Kind kind -> {}
            case MemberFilter.Status status -> {}
            case MemberFilter.Home home -> {}
            case MemberFilter.Adviser adviser -> {}
            case MemberFilter.Joined joined -> {}
            case MemberFilter.BirthdayMonth month -> {}
            case MemberFilter.Has has -> {}
            case MemberFilter.Tagged tagged -> {}
            case MemberFilter.Attribute attribute -> {}
            case MemberFilter.Ids ids -> {}
        }
    }

    private static <T, C extends Collection<T>> C limited(C values) {
        if (values.size() > MOST_VALUES) {
            throw InvalidInput.of("filter", values.size(), "too-many-values");
        }
        return values;
    }

    private static Condition oneOf(Field<UUID> field, List<UUID> ids) {
        return ids.isEmpty() ? field.isNull() : field.in(ids);
    }

    private static Condition joined(@Nullable LocalDate from, @Nullable LocalDate to) {
        var condition = DSL.noCondition();
        if (from != null) {
            condition = condition.and(MEMBER.JOINED_ON.ge(from));
        }
        return to == null ? condition : condition.and(MEMBER.JOINED_ON.le(to));
    }

    /** Solar birthdays by their month; lunar ones by the lunar days that are observed on any day of the months this year. */
    private Condition birthday(Set<Integer> months) {
        var lunar = new ArrayList<org.jooq.Row3<Integer, Integer, Boolean>>();
        for (int month : months) {
            if (month < 1 || month > 12) {
                throw InvalidInput.of("filter.in", month, "month-1-to-12");
            }
            var first = LocalDate.of(today.getYear(), month, 1);
            for (var day = first; day.getMonthValue() == month; day = day.plusDays(1)) {
                Birthdays.observedOn(day)
                        .forEach(d -> lunar.add(row(val(d.month()), val(d.day()), val(d.leapMonth()))));
            }
        }
        var solarMonth = MEMBER.BIRTH_CALENDAR.eq(inline("SOLAR")).and(MEMBER.BIRTH_MONTH.in(months));
        return solarMonth.or(MEMBER.BIRTH_CALENDAR
                .eq(inline("LUNAR"))
                .and(row(MEMBER.BIRTH_MONTH, MEMBER.BIRTH_DAY, MEMBER.BIRTH_LEAP)
                        .in(lunar)));
    }

    private static Condition has(MemberField field) {
        return switch (field) {
            case NAME -> MEMBER.NAME.isNotNull();
            case GENDER -> MEMBER.GENDER.isNotNull();
            case BIRTHDAY -> MEMBER.BIRTH_MONTH.isNotNull();
            case MOBILE -> MEMBER.MOBILE.isNotNull();
            case EMAIL -> MEMBER.EMAIL.isNotNull();
            case ADDRESS -> MEMBER.REGION_CODE.isNotNull().or(MEMBER.ADDRESS_LINE.isNotNull());
            case DOCUMENT -> MEMBER.DOCUMENT_SEALED.isNotNull();
            case ORGANISATION -> MEMBER.ORGANISATION.isNotNull();
            case PREFERENCES -> MEMBER.PREFERENCES.isNotNull();
            case DELIVERY_ADDRESSES -> MEMBER.DELIVERY_ADDRESSES.isNotNull();
            case ATTRIBUTES ->
                field("{0}::text", String.class, MEMBER.ATTRIBUTES).ne(inline("{}"));
        };
    }

    private Condition attribute(MemberFilter.Attribute attribute) {
        var definition = attributes.get(attribute.code());
        if (definition == null) {
            throw InvalidInput.of("filter.code", attribute.code(), "known-attribute");
        }
        if (definition.personal() && !unmasked && !SILENT.contains(attribute.test())) {
            throw Refusal.of(new AccessRefusal.Denied(MemberPermissions.UNMASKED.code()));
        }
        var text = field("{0} ->> {1}", String.class, MEMBER.ATTRIBUTES, inline(attribute.code()));
        var values = limited(attribute.values());
        return switch (attribute.test()) {
            case KNOWN -> text.isNotNull();
            case UNKNOWN -> text.isNull();
            case IN -> text.in(values);
            case CONTAINS -> text.containsIgnoreCase(only(attribute.code(), values));
            case AT_LEAST -> bound(definition, text, only(attribute.code(), values), true);
            case AT_MOST -> bound(definition, text, only(attribute.code(), values), false);
        };
    }

    private static Condition bound(AttributeDefinition definition, Field<String> text, String value, boolean least) {
        if (definition.type() != AttributeDefinition.Type.NUMBER) {
            return least ? text.ge(value) : text.le(value);
        }
        var bound = AttributeRules.number(value);
        if (bound == null) {
            throw InvalidInput.of("filter.values", value, "number");
        }
        var number = text.cast(BigDecimal.class);
        return least ? number.ge(bound) : number.le(bound);
    }

    private static String only(String code, List<String> values) {
        if (values.size() != 1) {
            throw InvalidInput.of("filter.values", code + " " + values, "one-value");
        }
        return values.getFirst();
    }

    private Condition column(MemberFilter.Column filter) {
        var column = columns.get(filter.code());
        if (column == null) {
            throw InvalidInput.of("filter.code", filter.code(), "known-column");
        }
        boolean bound = filter.test() == MemberFilter.Comparison.AT_LEAST
                || filter.test() == MemberFilter.Comparison.AT_MOST
                || filter.test() == MemberFilter.Comparison.CONTAINS;
        if (bound && filter.values().size() != 1) {
            throw InvalidInput.of("values", filter.values(), "one-value");
        }
        var condition = column.matches(MEMBER.MEMBER_ID, filter.test(), limited(filter.values()));
        if (condition == null) {
            throw InvalidInput.of("filter.test", filter.test(), "test-of-column");
        }
        return condition;
    }
}
