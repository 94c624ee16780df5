package org.guildhall.platform;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Works off what is due, each by itself: what fails keeps nothing behind it waiting, and is told of at the end. */
public final class OneByOne {

    private OneByOne() {}

    /**
     * Works until nothing is due; gives how many were done.
     *
     * @param atOnce how many {@code due} gives at most
     * @param due what is due next, but for what was left undone before
     * @param work whether it was done
     */
    public static <T> int work(int atOnce, Function<Set<T>, List<T>> due, Predicate<T> work) {
        var undone = new LinkedHashSet<T>();
        @Nullable RuntimeException first = null;
        int done = 0;
        List<T> batch;
        do {
            batch = due.apply(undone);
            for (var one : batch) {
                try {
                    if (work.test(one)) {
                        done++;
                    } else {
                        undone.add(one);
                    }
                } catch (RuntimeException e) {
                    undone.add(one);
                    first = first == null ? e : first;
                }
            }
        } while (batch.size() == atOnce && undone.size() < atOnce);
        if (first != null) {
            throw first;
        }
        return done;
    }
}
