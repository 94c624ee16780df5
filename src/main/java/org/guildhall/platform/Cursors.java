package org.guildhall.platform;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.guildhall.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;

/** Opaque cursors for keyset paging: the sort values of the last row, encoded; a spoilt cursor is refused by field. */
public final class Cursors {

    private static final String SEPARATOR = "\u001f";

    private Cursors() {}

    /** The cursor after a row with these sort values, in their text form. */
    public static String encode(Object... values) {
        var texts = new ArrayList<String>();
        for (var value : values) {
            texts.add(value.toString());
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, texts).getBytes(StandardCharsets.UTF_8));
    }

    /** The sort values in a cursor of exactly {@code size} values; no values when there is no cursor. */
    public static List<String> decode(@Nullable String cursor, int size) {
        if (cursor == null || cursor.isEmpty()) {
            return List.of();
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var values = List.of(text.split(SEPARATOR, -1));
            if (values.size() == size) {
                return values;
            }
        } catch (IllegalArgumentException e) {
            throw InvalidInput.of("cursor", cursor, "cursor");
        }
        throw InvalidInput.of("cursor", cursor, "cursor");
    }
}
