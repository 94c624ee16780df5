package org.guildhall.coupons;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** On which business days a coupon can be used. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Validity.FixedDays.class, name = "fixed-days"),
    @JsonSubTypes.Type(value = Validity.DaysFromIssue.class, name = "days-from-issue")
})
@Schema(
        name = "CouponValidity",
        discriminatorProperty = "kind",
        oneOf = {Validity.FixedDays.class, Validity.DaysFromIssue.class},
        discriminatorMapping = {
            @DiscriminatorMapping(value = "fixed-days", schema = Validity.FixedDays.class),
            @DiscriminatorMapping(value = "days-from-issue", schema = Validity.DaysFromIssue.class)
        })
public sealed interface Validity {

    /** The first day of a coupon issued on this day. */
    default LocalDate firstDay(LocalDate issuedOn) {
        return switch (this) {
            case FixedDays(var from, var to) -> from;
            case DaysFromIssue(var days) -> issuedOn;
        };
    }

    /** The last day of a coupon issued on this day. */
    default LocalDate lastDay(LocalDate issuedOn) {
        return switch (this) {
            case FixedDays(var from, var to) -> to;
            case DaysFromIssue(var days) -> issuedOn.plusDays(days - 1L);
        };
    }

    /** From one day to another, both included. */
    @Schema(name = "FixedDaysValidity")
    record FixedDays(@NotNull LocalDate from, @NotNull LocalDate to) implements Validity {}

    /** So many days, the first being that of the issue. */
    @Schema(name = "DaysFromIssueValidity")
    record DaysFromIssue(@Min(1) @Max(3660) int days) implements Validity {}
}
