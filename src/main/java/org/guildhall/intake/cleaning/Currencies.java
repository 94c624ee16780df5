package org.guildhall.intake.cleaning;

import java.util.Currency;
import java.util.Locale;

/** Reads currencies by code, sign or Chinese word. */
final class Currencies {

    private Currencies() {}

    /** The currency; an {@link IllegalArgumentException} when the text names none with decimals of its own. */
    static Currency of(String raw) {
        var text = Texts.halfWidth(raw).strip().toUpperCase(Locale.ROOT);
        var code = switch (text) {
            case "RMB", "¥", "人民币", "人民幣", "元" -> "CNY";
            case "$", "美元", "US$" -> "USD";
            case "HK$", "港币", "港幣" -> "HKD";
            case "€" -> "EUR";
            default -> text;
        };
        var currency = Currency.getInstance(code);
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException(code);
        }
        return currency;
    }
}
