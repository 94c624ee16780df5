package org.guildhall.loyalty.earning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.guildhall.loyalty.LineFact;
import org.jspecify.annotations.Nullable;

/** An earning rule laid out for quick matching: conditions on the purchase apart from those that choose lines. */
record CompiledRule(
        EarningRule rule,
        List<Condition> whole,
        @Nullable Set<String> categories,
        @Nullable Set<String> products) {

    static CompiledRule of(EarningRule rule) {
        var whole = new ArrayList<Condition>();
        Set<String> categories = null;
        Set<String> products = null;
        for (var condition : rule.when()) {
            switch (condition) {
                case Condition.CategoryIn(var codes) -> categories = both(categories, Set.copyOf(codes));
                case Condition.ProductIn(var codes) -> products = both(products, Set.copyOf(codes));
                case Condition.AmountBetween amount -> whole.add(amount);
                case Condition.StoreIn store -> whole.add(store);
                case Condition.OnWeekdays weekdays -> whole.add(weekdays);
                case Condition.Dates dates -> whole.add(dates);
                case Condition.BirthdayMonth birthday -> whole.add(birthday);
                case Condition.FirstPurchase first -> whole.add(first);
                case Condition.TierIn tier -> whole.add(tier);
            }
        }
        return new CompiledRule(rule, List.copyOf(whole), categories, products);
    }

    private static Set<String> both(@Nullable Set<String> known, Set<String> further) {
        if (known == null) {
            return further;
        }
        return known.stream().filter(further::contains).collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    boolean choosesLines() {
        return categories != null || products != null;
    }

    boolean chooses(LineFact line) {
        return (categories == null || (line.category() != null && categories.contains(line.category())))
                && (products == null || (line.product() != null && products.contains(line.product())));
    }

    /** The first condition on the purchase as a whole that does not hold, or null when all do. */
    @Nullable
    Condition unmet(Basket basket, Setting setting, Exchange exchange) {
        for (var condition : whole) {
            if (!holds(condition, basket, setting, exchange)) {
                return condition;
            }
        }
        return null;
    }

    private static boolean holds(Condition condition, Basket basket, Setting setting, Exchange exchange) {
        return switch (condition) {
            case Condition.AmountBetween(var atLeast, var below) -> {
                var value = exchange.value(basket.total(), basket.currency());
                yield (atLeast == null || value.compareTo(atLeast.decimal()) >= 0)
                        && (below == null || value.compareTo(below.decimal()) < 0);
            }
            case Condition.StoreIn(var stores) -> basket.store() != null && stores.contains(basket.store());
            case Condition.OnWeekdays(var days) -> days.contains(setting.day().getDayOfWeek());
            case Condition.Dates(var from, var to) ->
                (from == null || !setting.day().isBefore(from))
                        && (to == null || !setting.day().isAfter(to));
            case Condition.BirthdayMonth ignored ->
                setting.birthday() != null && setting.birthday().isInMonthOf(setting.day());
            case Condition.FirstPurchase ignored -> setting.first();
            case Condition.TierIn(var tiers) -> tiers.contains(setting.tier());
            case Condition.CategoryIn ignored -> true;
            case Condition.ProductIn ignored -> true;
        };
    }
}
