package org.guildhall.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Tries a law on many random histories; when one breaks it, shrinks the history by leaving things out and says the seed
 * with which it can be made again ({@code -Dguildhall.seed=…}).
 */
public final class Histories {

    private Histories() {}

    /** Makes {@code count} histories and holds the law against each. */
    public static <T> void hold(int count, Function<Random, List<T>> make, Consumer<List<T>> law) {
        Long given = Long.getLong("guildhall.seed");
        long first = given == null ? new Random().nextLong() : given;
        for (int i = 0; i < (given == null ? count : 1); i++) {
            long seed = given == null ? first + i : first;
            var history = make.apply(new Random(seed));
            var broken = broken(history, law);
            if (broken != null) {
                var least = shrink(history, law);
                var reason = broken(least, law);
                throw new AssertionError(
                        "broken by history " + i + ", make it again with -Dguildhall.seed=" + seed + "; the least of "
                                + history.size() + " is " + least.size() + ":\n" + lines(least) + "\n"
                                + (reason == null ? broken : reason).getMessage(),
                        reason == null ? broken : reason);
            }
        }
    }

    private static <T> List<T> shrink(List<T> history, Consumer<List<T>> law) {
        var least = new ArrayList<>(history);
        for (int chunk = Math.max(1, least.size() / 2); chunk >= 1; chunk /= 2) {
            for (int at = 0; at + chunk <= least.size(); ) {
                var fewer = new ArrayList<>(least.subList(0, at));
                fewer.addAll(least.subList(at + chunk, least.size()));
                if (broken(fewer, law) == null) {
                    at += chunk;
                } else {
                    least = fewer;
                }
            }
        }
        return least;
    }

    private static <T> @org.jspecify.annotations.Nullable Throwable broken(List<T> history, Consumer<List<T>> law) {
        try {
            law.accept(history);
            return null;
        } catch (AssertionError | RuntimeException e) {
            return e;
        }
    }

    private static <T> String lines(List<T> history) {
        var text = new StringBuilder();
        history.forEach(item -> text.append("  ").append(item).append('\n'));
        return text.toString();
    }
}
