package org.guildhall.policies;

import java.util.Locale;
import java.util.Map;

/**
 * A handbook clause as shipped: its number, and title and text in zh-CN, zh-TW and en. A module that registers policy kinds
 * offers the clauses they name as beans.
 */
public record Clause(String id, Map<Locale, String> title, Map<Locale, String> text) {

    /** Copies the texts. */
    public Clause {
        title = Map.copyOf(title);
        text = Map.copyOf(text);
    }

    /** A text in the three languages. */
    public static Map<Locale, String> texts(String zhCn, String zhTw, String en) {
        return Map.of(Locale.SIMPLIFIED_CHINESE, zhCn, Locale.TRADITIONAL_CHINESE, zhTw, Locale.ENGLISH, en);
    }
}
