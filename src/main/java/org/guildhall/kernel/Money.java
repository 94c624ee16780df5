package org.guildhall.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An exact amount of money in the smallest unit of its currency (分 for CNY).
 *
 * <p>Arithmetic is exact and overflow is refused with {@link ArithmeticException}; amounts of different currencies never
 * mix. JSON: {@code {"minor": 12800, "currency": "CNY"}}.
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

    /** Reads the JSON form; an unknown currency code is refused by name. */
    @JsonCreator
    public static Money of(@JsonProperty("minor") long minor, @JsonProperty("currency") String currency) {
        return new Money(minor, known(currency));
    }

    private static Currency known(@Nullable String code) {
        try {
            return Currency.getInstance(Objects.requireNonNullElse(code, ""));
        } catch (IllegalArgumentException unknown) {
            throw InvalidInput.of("currency", code, "known-currency");
        }
    }

    /** Chinese yuan, in fen. */
    public static Money cny(long fen) {
        return of(fen, "CNY");
    }

    /** The exact value of a decimal amount; more decimals than the currency has are an {@link ArithmeticException}. */
    public static Money exactly(BigDecimal amount, Currency currency) {
        var scaled = amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.UNNECESSARY);
        return new Money(scaled.unscaledValue().longValueExact(), currency);
    }

    /** The sum, in the same currency. */
    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    /** The difference, in the same currency; may be negative. */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other).minor), currency);
    }

    /** The opposite amount. */
    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    /** The amount in the currency's main unit (128.00 for 12 800 fen). */
    public BigDecimal decimal() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other).minor);
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
        }
        return other;
    }
}
