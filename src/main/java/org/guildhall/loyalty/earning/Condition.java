package org.guildhall.loyalty.earning;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.guildhall.policies.Refers;
import org.jspecify.annotations.Nullable;

/** When an earning rule applies; all conditions of a rule must hold. Those on category or product choose lines. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Condition.AmountBetween.class, name = "amount"),
    @JsonSubTypes.Type(value = Condition.CategoryIn.class, name = "category"),
    @JsonSubTypes.Type(value = Condition.ProductIn.class, name = "product"),
    @JsonSubTypes.Type(value = Condition.StoreIn.class, name = "store"),
    @JsonSubTypes.Type(value = Condition.OnWeekdays.class, name = "weekday"),
    @JsonSubTypes.Type(value = Condition.Dates.class, name = "dates"),
    @JsonSubTypes.Type(value = Condition.BirthdayMonth.class, name = "birthday-month"),
    @JsonSubTypes.Type(value = Condition.FirstPurchase.class, name = "first-purchase"),
    @JsonSubTypes.Type(value = Condition.TierIn.class, name = "tier")
})
@Schema(
        name = "EarningCondition",
        discriminatorProperty = "kind",
        oneOf = {
            Condition.AmountBetween.class,
            Condition.CategoryIn.class,
            Condition.ProductIn.class,
            Condition.StoreIn.class,
            Condition.OnWeekdays.class,
            Condition.Dates.class,
            Condition.BirthdayMonth.class,
            Condition.FirstPurchase.class,
            Condition.TierIn.class
        },
        discriminatorMapping = {
            @DiscriminatorMapping(value = "amount", schema = Condition.AmountBetween.class),
            @DiscriminatorMapping(value = "category", schema = Condition.CategoryIn.class),
            @DiscriminatorMapping(value = "product", schema = Condition.ProductIn.class),
            @DiscriminatorMapping(value = "store", schema = Condition.StoreIn.class),
            @DiscriminatorMapping(value = "weekday", schema = Condition.OnWeekdays.class),
            @DiscriminatorMapping(value = "dates", schema = Condition.Dates.class),
            @DiscriminatorMapping(value = "birthday-month", schema = Condition.BirthdayMonth.class),
            @DiscriminatorMapping(value = "first-purchase", schema = Condition.FirstPurchase.class),
            @DiscriminatorMapping(value = "tier", schema = Condition.TierIn.class)
        })
public sealed interface Condition {

    /** The purchase's total, less returns, is at least one amount and below another, in the base currency. */
    @Schema(name = "AmountCondition")
    record AmountBetween(@Nullable Money atLeast, @Nullable Money below) implements Condition {}

    /** Lines of one of these categories. */
    @Schema(name = "CategoryCondition")
    record CategoryIn(@NotEmpty @Size(max = 500) List<@Size(min = 1, max = 100) String> categories)
            implements Condition {}

    /** Lines of one of these products. */
    @Schema(name = "ProductCondition")
    record ProductIn(@NotEmpty @Size(max = 500) List<@Size(min = 1, max = 100) String> products) implements Condition {}

    /** Bought in one of these stores. */
    @Schema(name = "StoreCondition")
    record StoreIn(@NotEmpty @Size(max = 500) List<@Refers("store") UnitId> stores) implements Condition {}

    /** Bought on one of these days of the week, in the company's time. */
    @Schema(name = "WeekdayCondition")
    record OnWeekdays(@NotEmpty @Size(max = 7) List<DayOfWeek> days) implements Condition {}

    /** Bought from the first to the last day, both included. */
    @Schema(name = "DatesCondition")
    record Dates(@Nullable LocalDate from, @Nullable LocalDate to) implements Condition {}

    /** Bought in the month of the member's birthday; a member without one never matches. */
    @Schema(name = "BirthdayMonthCondition")
    record BirthdayMonth() implements Condition {}

    /** No earlier purchase that was not given back entirely before this one. */
    @Schema(name = "FirstPurchaseCondition")
    record FirstPurchase() implements Condition {}

    /** The member was on one of these tiers when buying. */
    @Schema(name = "TierCondition")
    record TierIn(@NotEmpty @Size(max = 50) List<@Size(min = 1, max = 40) @Refers("tier") String> tiers)
            implements Condition {}
}
