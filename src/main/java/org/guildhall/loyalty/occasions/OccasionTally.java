package org.guildhall.loyalty.occasions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.guildhall.loyalty.OccasionFact;
import org.guildhall.loyalty.OccasionKind;
import org.guildhall.loyalty.occasions.Judged.Barred;
import org.guildhall.loyalty.occasions.Judged.Circumstances;
import org.guildhall.loyalty.occasions.Judged.Cut;
import org.jspecify.annotations.Nullable;

/** Judges one member's occasions one after the other, in order of time; it remembers what stands of those before. */
public final class OccasionTally {

    private final Map<Span, Integer> counted = new HashMap<>();
    private final Map<String, Long> points = new HashMap<>();
    private final Set<LocalDate> bonuses = new HashSet<>();

    /** What is counted together: of one kind, those of a day, a month, a survey or all. */
    private record Span(OccasionKind kind, String of) {}

    /** What the next occasion brings by the policy of its day. */
    public Judged next(OccasionFact fact, LocalDate day, OccasionsPolicy policy, Circumstances on) {
        var rule = policy.rule(fact.kind()).orElse(null);
        var barred = rule == null ? new Barred("no-rule", 0) : barred(rule, fact, day);
        if (rule == null || barred != null) {
            return Judged.barred(fact, day, on, rule, java.util.Objects.requireNonNull(barred));
        }
        count(fact, day, 1);
        long base = rule.tierMultiplier() ? multiplied(rule.points(), on.multiplier()) : rule.points();
        long bonus = bonus(fact.kind(), day, policy.streak());
        var cut = cut(policy, day, base + bonus);
        long brought = cut == null ? base + bonus : Math.max(0, cut.limit() - earned(cut.by(), day));
        earned(day, brought);
        return new Judged(fact, day, on, rule, null, base, bonus, cut, brought, rule.growth());
    }

    /** An occasion judged before counts no more. */
    public void takenBack(Judged judged) {
        if (judged.counts()) {
            count(judged.fact(), judged.day(), -1);
            earned(judged.day(), -judged.points());
            if (judged.bonus() > 0) {
                bonuses.remove(judged.day());
            }
        }
    }

    private @Nullable Barred barred(OccasionRule rule, OccasionFact fact, LocalDate day) {
        if (fact.about() != null && of(fact.kind(), "about " + fact.about()) > 0) {
            return new Barred("about", 1);
        }
        if (rule.perDay() != null && of(fact.kind(), day.toString()) >= rule.perDay()) {
            return new Barred("day", rule.perDay());
        }
        if (rule.perMonth() != null && of(fact.kind(), month(day)) >= rule.perMonth()) {
            return new Barred("month", rule.perMonth());
        }
        return rule.ever() != null && of(fact.kind(), "") >= rule.ever() ? new Barred("ever", rule.ever()) : null;
    }

    private void count(OccasionFact fact, LocalDate day, int by) {
        counted.merge(new Span(fact.kind(), ""), by, Integer::sum);
        counted.merge(new Span(fact.kind(), day.toString()), by, Integer::sum);
        counted.merge(new Span(fact.kind(), month(day)), by, Integer::sum);
        if (fact.about() != null) {
            counted.merge(new Span(fact.kind(), "about " + fact.about()), by, Integer::sum);
        }
    }

    private int of(OccasionKind kind, String span) {
        return counted.getOrDefault(new Span(kind, span), 0);
    }

    private static long multiplied(long points, BigDecimal by) {
        return BigDecimal.valueOf(points)
                .multiply(by)
                .setScale(0, RoundingMode.DOWN)
                .longValueExact();
    }

    /** The last of so many days in a row with a check-in, none of which ended a row before. */
    private long bonus(OccasionKind kind, LocalDate day, OccasionsPolicy.@Nullable Streak streak) {
        if (streak == null || kind != OccasionKind.CHECK_IN) {
            return 0;
        }
        for (int back = 0; back < streak.days(); back++) {
            var then = day.minusDays(back);
            if (bonuses.contains(then) || of(kind, then.toString()) == 0) {
                return 0;
            }
        }
        bonuses.add(day);
        return streak.points();
    }

    private @Nullable Cut cut(OccasionsPolicy policy, LocalDate day, long wanted) {
        long ofDay = room(policy.pointsPerDay(), earned("day", day));
        long ofMonth = room(policy.pointsPerMonth(), earned("month", day));
        if (wanted <= ofDay && wanted <= ofMonth) {
            return null;
        }
        return policy.pointsPerDay() != null && ofDay <= ofMonth
                ? new Cut("day", policy.pointsPerDay(), wanted)
                : new Cut("month", java.util.Objects.requireNonNull(policy.pointsPerMonth()), wanted);
    }

    private static long room(@Nullable Long most, long earned) {
        return most == null ? Long.MAX_VALUE : Math.max(0, most - earned);
    }

    private long earned(String by, LocalDate day) {
        return points.getOrDefault(by.equals("day") ? day.toString() : month(day), 0L);
    }

    private void earned(LocalDate day, long more) {
        points.merge(day.toString(), more, Long::sum);
        points.merge(month(day), more, Long::sum);
    }

    private static String month(LocalDate day) {
        return YearMonth.from(day).toString();
    }
}
