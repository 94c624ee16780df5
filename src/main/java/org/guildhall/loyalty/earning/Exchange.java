package org.guildhall.loyalty.earning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What amounts of the accepted currencies are worth in the base currency, exactly. */
public final class Exchange {

    private final Currency base;
    private final Map<Currency, BigDecimal> perMinor = new HashMap<>();

    Exchange(List<CurrencyRate> rates) {
        base = Currency.getInstance(rates.getFirst().currency());
        for (var rate : rates) {
            var currency = Currency.getInstance(rate.currency());
            perMinor.put(currency, rate.rate().movePointLeft(Math.max(0, currency.getDefaultFractionDigits())));
        }
    }

    /** The base currency. */
    public Currency base() {
        return base;
    }

    /** Whether amounts of this currency can be valued. */
    public boolean accepts(Currency currency) {
        return perMinor.containsKey(currency);
    }

    /** The codes of the accepted currencies. */
    public List<String> accepted() {
        return perMinor.keySet().stream()
                .map(Currency::getCurrencyCode)
                .sorted()
                .toList();
    }

    /** The value in whole units of the base currency; zero where the currency was not accepted on that day. */
    public BigDecimal value(long minor, Currency currency) {
        var factor = factor(currency);
        return factor == null ? BigDecimal.ZERO : BigDecimal.valueOf(minor).multiply(factor);
    }

    /** The value in the smallest unit of the base currency, fractions dropped. */
    public long minorValue(long minor, Currency currency) {
        if (currency.equals(base)) {
            return minor;
        }
        return value(minor, currency)
                .movePointRight(base.getDefaultFractionDigits())
                .setScale(0, RoundingMode.DOWN)
                .longValueExact();
    }

    private @Nullable BigDecimal factor(Currency currency) {
        return perMinor.get(currency);
    }
}
