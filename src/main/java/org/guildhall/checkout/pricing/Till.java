package org.guildhall.checkout.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.guildhall.checkout.CheckoutPolicy;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Money;
import org.guildhall.policies.InForce;

/** What a deduction works on: the rules, the buyer, and what is left to pay of each line. */
record Till(InForce<CheckoutPolicy> rules, Customer customer, Currency currency, List<Item> items, List<Long> left) {

    private static final int PERCENT = 2;

    CheckoutPolicy policy() {
        return rules.policy();
    }

    /** What is left of each line. */
    long[] rooms() {
        return left.stream().mapToLong(Long::longValue).toArray();
    }

    /** The same after a deduction. */
    Till less(List<Long> shares) {
        var less = new ArrayList<Long>();
        for (int i = 0; i < left.size(); i++) {
            less.add(left.get(i) - shares.get(i));
        }
        return new Till(rules, customer, currency, items, less);
    }

    long due() {
        return left.stream().mapToLong(Long::longValue).sum();
    }

    Money money(long minor) {
        return new Money(minor, currency);
    }

    /** So many percent, rounded as the rules state. */
    long percentOf(long amount, BigDecimal percent) {
        var rounding = switch (policy().rounding()) {
            case DOWN -> RoundingMode.DOWN;
            case HALF_UP -> RoundingMode.HALF_UP;
            case UP -> RoundingMode.UP;
        };
        return BigDecimal.valueOf(amount)
                .multiply(percent)
                .movePointLeft(PERCENT)
                .setScale(0, rounding)
                .longValueExact();
    }

    /** A step of the explanation, under the rules in force. */
    Explanation say(String code, Object... facts) {
        return Explanation.of("checkout." + code, facts).by(rules.source());
    }

    /** A step about one line. */
    Explanation line(String code, Item item, long amount) {
        return Explanation.of(
                "checkout." + code,
                "line",
                item.number(),
                "product",
                item.product() == null ? "" : item.product(),
                "category",
                item.category() == null ? "" : item.category(),
                "amount",
                money(amount));
    }
}
