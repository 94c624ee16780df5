package org.guildhall.platform;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * A {@link FixedStatement} that reads what some identifiers name. Asked about one, as most are, it compares with that one, for
 * which the server keeps its plan; asked about several it compares with an array, for which it plans anew each time, because
 * the plan depends on how many they are.
 */
public final class ByIds {

    private static final String IDS = "{ids}";

    private final FixedStatement one;
    private final FixedStatement several;

    private ByIds(String text) {
        one = FixedStatement.of(text.replace(IDS, "= ?"));
        several = FixedStatement.of(text.replace(IDS, "= any(?)"));
    }

    /** The statement with this text, in which each {@code ?} is a value and {@code column {ids}}, after them, chooses the rows. */
    public static ByIds of(String text) {
        int place = text.indexOf(IDS);
        if (place < 0 || text.indexOf('?', place) >= 0 || text.indexOf(IDS, place + 1) >= 0) {
            throw new IllegalArgumentException("the identifiers come once, and after all other values: " + text);
        }
        return new ByIds(text);
    }

    /** Reads each row that these identifiers give; none without asking if there are no identifiers. */
    public <T> List<T> list(
            DSLContext sql, FixedStatement.Reading<T> reading, Collection<UUID> ids, Object... otherValues) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var values = Arrays.copyOf(otherValues, otherValues.length + 1);
        if (ids.size() == 1) {
            values[otherValues.length] = ids.iterator().next();
            return one.list(sql, reading, values);
        }
        values[otherValues.length] = ids.toArray(UUID[]::new);
        return several.list(sql, reading, values);
    }
}
