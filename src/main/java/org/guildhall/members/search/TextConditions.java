package org.guildhall.members.search;

import static org.guildhall.jooq.members.Tables.MEMBER;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.right;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.guildhall.members.identification.Mobiles;
import org.guildhall.members.names.NameKeys;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * The ways in which a typed text can match a member, best first: each is one range of one index, and excludes what a better
 * way has found already. Without the permission to see mobiles only a whole one, or its last four digits, finds anybody.
 */
final class TextConditions {

    private static final String HIGHEST = new String(Character.toChars(0x10FFFF));
    private static final int SHORTEST_MOBILE_PREFIX = 3;

    private final List<Way> ways = new ArrayList<>();

    private TextConditions() {}

    /** One way to match: its condition and the value that orders its matches. */
    record Way(Field<String> key, Condition condition) {}

    static List<Way> of(String typed, boolean unmasked) {
        var conditions = new TextConditions();
        var text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        var key = NameKeys.key(text);
        var digits = text.replaceAll("[\\s\\-()+]", "");
        if (text.indexOf('@') > 0) {
            conditions.exactly(MEMBER.EMAIL, text.toLowerCase(Locale.ROOT));
        } else if (key.codePoints().anyMatch(c -> c >= 0x2E80)) {
            conditions.chinese(key);
        } else if (!digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            conditions.digits(text, digits, unmasked);
        } else if (!key.isEmpty()) {
            conditions.letters(text, key);
        }
        return conditions.ways;
    }

    private void chinese(String key) {
        begins(MEMBER.NAME_KEY, key, MEMBER.NAME_KEY.ne(inline("")));
        begins(from(2), key, lengthOfName().between(inline(2), inline(20)));
        begins(from(3), key, lengthOfName().between(inline(3), inline(20)));
    }

    // The indexes are built on these very functions; their synonyms (substring, char_length) would read the whole
    // table.
    private static Field<String> from(int character) {
        return function("substr", String.class, MEMBER.NAME_KEY, inline(character));
    }

    private static Field<Integer> lengthOfName() {
        return function("length", Integer.class, MEMBER.NAME_KEY);
    }

    private void digits(String text, String digits, boolean unmasked) {
        var mobile = Mobiles.normalise(text);
        mobile.ifPresent(stored -> exactly(MEMBER.MOBILE, stored));
        begins(MEMBER.NUMBER, digits, MEMBER.NUMBER.isNotNull());
        if (digits.length() == 4) {
            exactly(right(MEMBER.MOBILE, inline(4)), digits, MEMBER.MOBILE.isNotNull());
        }
        if (unmasked && mobile.isEmpty() && digits.length() >= SHORTEST_MOBILE_PREFIX) {
            begins(MEMBER.MOBILE, "+86" + digits, MEMBER.MOBILE.isNotNull());
        }
    }

    private void letters(String text, String key) {
        begins(MEMBER.NUMBER, text.toUpperCase(Locale.ROOT), MEMBER.NUMBER.isNotNull());
        begins(MEMBER.INITIALS, key, MEMBER.INITIALS.ne(inline("")));
        begins(MEMBER.PINYIN, key, MEMBER.PINYIN.isNotNull());
        begins(MEMBER.NAME_KEY, key, MEMBER.NAME_KEY.ne(inline("")));
    }

    private void begins(Field<String> field, String prefix, Condition indexed) {
        add(field, field.ge(prefix).and(field.lt(prefix + HIGHEST)), indexed);
    }

    private void exactly(Field<String> field, String value) {
        exactly(field, value, field.isNotNull());
    }

    private void exactly(Field<String> field, String value, Condition indexed) {
        add(field, field.eq(value), indexed);
    }

    private void add(Field<String> field, Condition match, Condition indexed) {
        var condition = match.and(indexed);
        for (var better : ways) {
            condition = condition.and(better.condition.isTrue().not());
        }
        ways.add(new Way(field, condition));
    }
}
