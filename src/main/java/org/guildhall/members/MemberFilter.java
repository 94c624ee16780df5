package org.guildhall.members;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** Which members a list shows: a tree of conditions, the same in JSON, in the API's description and in SQL. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = MemberFilter.All.class, name = "all"),
    @JsonSubTypes.Type(value = MemberFilter.Any.class, name = "any"),
    @JsonSubTypes.Type(value = MemberFilter.Not.class, name = "not"),
    @JsonSubTypes.Type(value = MemberFilter.Kind.class, name = "kind"),
    @JsonSubTypes.Type(value = MemberFilter.Status.class, name = "status"),
    @JsonSubTypes.Type(value = MemberFilter.Home.class, name = "home"),
    @JsonSubTypes.Type(value = MemberFilter.Adviser.class, name = "adviser"),
    @JsonSubTypes.Type(value = MemberFilter.Joined.class, name = "joined"),
    @JsonSubTypes.Type(value = MemberFilter.BirthdayMonth.class, name = "birthday-month"),
    @JsonSubTypes.Type(value = MemberFilter.Has.class, name = "has"),
    @JsonSubTypes.Type(value = MemberFilter.Tagged.class, name = "tagged"),
    @JsonSubTypes.Type(value = MemberFilter.Attribute.class, name = "attribute"),
    @JsonSubTypes.Type(value = MemberFilter.Column.class, name = "column"),
    @JsonSubTypes.Type(value = MemberFilter.Ids.class, name = "ids")
})
@Schema(
        discriminatorProperty = "type",
        oneOf = {
            MemberFilter.All.class,
            MemberFilter.Any.class,
            MemberFilter.Not.class,
            MemberFilter.Kind.class,
            MemberFilter.Status.class,
            MemberFilter.Home.class,
            MemberFilter.Adviser.class,
            MemberFilter.Joined.class,
            MemberFilter.BirthdayMonth.class,
            MemberFilter.Has.class,
            MemberFilter.Tagged.class,
            MemberFilter.Attribute.class,
            MemberFilter.Column.class,
            MemberFilter.Ids.class
        },
        discriminatorMapping = {
            @DiscriminatorMapping(value = "all", schema = MemberFilter.All.class),
            @DiscriminatorMapping(value = "any", schema = MemberFilter.Any.class),
            @DiscriminatorMapping(value = "not", schema = MemberFilter.Not.class),
            @DiscriminatorMapping(value = "kind", schema = MemberFilter.Kind.class),
            @DiscriminatorMapping(value = "status", schema = MemberFilter.Status.class),
            @DiscriminatorMapping(value = "home", schema = MemberFilter.Home.class),
            @DiscriminatorMapping(value = "adviser", schema = MemberFilter.Adviser.class),
            @DiscriminatorMapping(value = "joined", schema = MemberFilter.Joined.class),
            @DiscriminatorMapping(value = "birthday-month", schema = MemberFilter.BirthdayMonth.class),
            @DiscriminatorMapping(value = "has", schema = MemberFilter.Has.class),
            @DiscriminatorMapping(value = "tagged", schema = MemberFilter.Tagged.class),
            @DiscriminatorMapping(value = "attribute", schema = MemberFilter.Attribute.class),
            @DiscriminatorMapping(value = "column", schema = MemberFilter.Column.class),
            @DiscriminatorMapping(value = "ids", schema = MemberFilter.Ids.class)
        })
public sealed interface MemberFilter {

    /** Every condition holds. */
    @Schema(name = "MemberFilterAll")
    record All(List<MemberFilter> of) implements MemberFilter {
        /** Refuses what leaves open what it asks for. */
        public All {
            of = InvalidInput.required("filter.of", of);
        }
    }

    /** At least one condition holds. */
    @Schema(name = "MemberFilterAny")
    record Any(List<MemberFilter> of) implements MemberFilter {
        /** Refuses what leaves open what it asks for. */
        public Any {
            of = InvalidInput.required("filter.of", of);
        }
    }

    /** The condition does not hold. */
    @Schema(name = "MemberFilterNot")
    record Not(MemberFilter of) implements MemberFilter {
        /** Refuses what leaves open what it asks for. */
        public Not {
            of = InvalidInput.required("filter.of", of);
        }
    }

    /** A person, or an organisation. */
    @Schema(name = "MemberFilterKind")
    record Kind(MemberKind kind) implements MemberFilter {
        /** Refuses what leaves open what it asks for. */
        public Kind {
            kind = InvalidInput.required("filter.kind", kind);
        }
    }

    /** In one of the statuses. */
    @Schema(name = "MemberFilterStatus")
    record Status(Set<MemberStatus> in) implements MemberFilter {
        /** Refuses what leaves open what it asks for. */
        public Status {
            in = InvalidInput.required("filter.in", in);
        }
    }

    /** At home in one of the units; an empty set means no home at all. */
    @Schema(name = "MemberFilterHome")
    record Home(Set<UnitId> in) implements MemberFilter {
        /** Refuses what leaves open what it asks for. */
        public Home {
            in = InvalidInput.required("filter.in", in);
        }
    }

    /** Looked after by one of the staff; an empty set means by nobody. */
    @Schema(name = "MemberFilterAdviser")
    record Adviser(Set<StaffId> in) implements MemberFilter {
        /** Refuses what leaves open what it asks for. */
        public Adviser {
            in = InvalidInput.required("filter.in", in);
        }
    }

    /** Joined from the first day to the last, both included. */
    @Schema(name = "MemberFilterJoined")
    record Joined(@Nullable LocalDate from, @Nullable LocalDate to) implements MemberFilter {}

    /** Has the birthday, solar or lunar, in one of these months (1–12) of the present year. */
    @Schema(name = "MemberFilterBirthdayMonth")
    record BirthdayMonth(Set<Integer> in) implements MemberFilter {
        /** Refuses what leaves open what it asks for. */
        public BirthdayMonth {
            in = InvalidInput.required("filter.in", in);
        }
    }

    /** A value is known, or is not. */
    @Schema(name = "MemberFilterHas")
    record Has(MemberField field, boolean known) implements MemberFilter {
        /** Refuses what leaves open what it asks for. */
        public Has {
            field = InvalidInput.required("filter.field", field);
        }
    }

    /** Wears any of the tags. */
    @Schema(name = "MemberFilterTagged")
    record Tagged(Set<String> any) implements MemberFilter {
        /** Refuses what leaves open what it asks for. */
        public Tagged {
            any = InvalidInput.required("filter.any", any);
        }
    }

    /** A custom attribute compares so. */
    @Schema(name = "MemberFilterAttribute")
    record Attribute(String code, Comparison test, List<String> values) implements MemberFilter {
        /** Refuses what leaves open what it asks for. */
        public Attribute {
            code = InvalidInput.required("filter.code", code);
            test = InvalidInput.required("filter.test", test);
            values = InvalidInput.required("filter.values", values);
        }
    }

    /** A column of another module compares so. */
    @Schema(name = "MemberFilterColumn")
    record Column(String code, Comparison test, List<String> values) implements MemberFilter {
        /** Refuses what leaves open what it asks for. */
        public Column {
            code = InvalidInput.required("filter.code", code);
            test = InvalidInput.required("filter.test", test);
            values = InvalidInput.required("filter.values", values);
        }
    }

    /** Is one of these members. */
    @Schema(name = "MemberFilterIds")
    record Ids(Set<MemberId> in) implements MemberFilter {
        /** Refuses what leaves open what it asks for. */
        public Ids {
            in = InvalidInput.required("filter.in", in);
        }
    }

    /** How a value is compared. */
    @Schema(enumAsRef = true)
    enum Comparison {
        /** Equals one of the values. */
        IN,
        /** At least the value. */
        AT_LEAST,
        /** At most the value. */
        AT_MOST,
        /** Contains the words. */
        CONTAINS,
        /** Has any value. */
        KNOWN,
        /** Has no value. */
        UNKNOWN
    }
}
