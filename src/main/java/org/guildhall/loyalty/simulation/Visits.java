package org.guildhall.loyalty.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** What one member's facts came to at each store; a member visits few. */
final class Visits {

    /** Stands for no store in particular, so that it can be a key. */
    static final UnitId NOWHERE = new UnitId(new UUID(0, 0));

    private final List<UnitId> stores = new ArrayList<>(4);
    private long[] sums = new long[12];

    void clear() {
        stores.clear();
    }

    void add(@Nullable UnitId where, boolean bought, long before, long after) {
        int at = place(where == null ? NOWHERE : where) * 3;
        sums[at] += bought ? 1 : 0;
        sums[at + 1] += before;
        sums[at + 2] += after;
    }

    void into(Map<UnitId, Cell> cells) {
        for (int i = 0; i < stores.size(); i++) {
            cells.computeIfAbsent(stores.get(i), store -> new Cell())
                    .member(sums[i * 3], sums[i * 3 + 1], sums[i * 3 + 2]);
        }
    }

    private int place(UnitId store) {
        int known = stores.indexOf(store);
        if (known >= 0) {
            return known;
        }
        stores.add(store);
        int at = stores.size() - 1;
        if (at * 3 + 3 > sums.length) {
            sums = java.util.Arrays.copyOf(sums, sums.length * 2);
        }
        sums[at * 3] = 0;
        sums[at * 3 + 1] = 0;
        sums[at * 3 + 2] = 0;
        return at;
    }

    static Map<UnitId, Cell> cells() {
        return new HashMap<>();
    }

    static @Nullable UnitId store(UnitId key) {
        return Objects.equals(key, NOWHERE) ? null : key;
    }
}
