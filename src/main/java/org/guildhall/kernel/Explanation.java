package org.guildhall.kernel;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a figure or decision is as it is: a tree of steps, each with a stable code, the facts it used and the rule behind it.
 *
 * <p>It is recomputed by the pure function that made the decision, never stored; screens turn codes and facts into
 * sentences in the reader's language. Facts are scalars, {@link Money} or {@link Points}.
 */
public record Explanation(
        String code, Map<String, Object> facts, @Nullable Source source, List<Explanation> parts) {

    /** The rule behind a step: policy kind, version in force, its first day and the handbook clause it carries out. */
    public record Source(String policy, int version, LocalDate effectiveFrom, String clause) {}

    /** A step with facts given as name, value, name, value. */
    public static Explanation of(String code, Object... facts) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < facts.length; i += 2) {
            map.put((String) facts[i], facts[i + 1]);
        }
        return new Explanation(code, map, null, List.of());
    }

    /** The same step, decided by the given rule. */
    public Explanation by(Source rule) {
        return new Explanation(code, facts, rule, parts);
    }

    /** The same step with its sub-results. */
    public Explanation with(List<Explanation> subResults) {
        return new Explanation(code, facts, source, List.copyOf(subResults));
    }
}
