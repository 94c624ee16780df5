package org.guildhall.finance.breakage;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.guildhall.ledger.Cohort;

/**
 * Estimates breakage from cohorts that have run off: a pure function of the cohorts.
 *
 * <p>A month of issue whose points are past their last valid day has run off: so many were issued, so many lapsed unused. The
 * share {@code r} is what lapsed of all such months over what was issued in them (the ratio estimator of the run-off method,
 * which actuaries use for claims and auditors for loyalty programmes). Of a living cohort {@code r} times what was issued is
 * expected to lapse, but never more than is left of it; what never expires does not lapse.
 *
 * <p>The interval is the percentile bootstrap over months (Efron and Tibshirani, An Introduction to the Bootstrap, 1993,
 * chapter 13): as many months are drawn with replacement as there are, the expectation is worked out from each of
 * {@value #DRAWS} such samples, and the middle of them is the interval. Months are drawn, not points, because the points of a
 * month share its season and its campaigns; so the interval tells how sure the expected amount is, not how far a single month
 * may stray. The draws come from a generator with a fixed seed: anybody can make the same figure again.
 */
public final class RunOff {

    static final int DRAWS = 2_000;
    private static final long SEED = 20_260_101L;
    private static final int DIGITS = 6;

    private RunOff() {}

    /** What one month of issue came to. */
    record Month(long issued, long lapsed) {}

    /** An expectation with its interval and what it was made from. */
    public record Estimate(
            BigDecimal share, int months, long issued, long lapsed, long expected, long low, long high) {}

    /** How many months of issue have run off by the end of the day. */
    public static int months(List<Cohort> cohorts, LocalDate asOf) {
        return runOff(cohorts, asOf).size();
    }

    /** The expectation at the end of the day; none if fewer months have run off than asked for, or nothing was issued in them. */
    public static Optional<Estimate> estimate(List<Cohort> cohorts, LocalDate asOf, int fewest, int confidencePercent) {
        var months = runOff(cohorts, asOf);
        var all = sum(months);
        if (months.size() < fewest || all.issued == 0) {
            return Optional.empty();
        }
        var living = cohorts.stream()
                .filter(cohort -> cohort.expiresIn() != null && !hasRunOff(cohort, asOf) && cohort.outstanding() > 0)
                .toList();
        var drawn = draw(months, living);
        int tail = DRAWS * (100 - confidencePercent) / 200;
        return Optional.of(new Estimate(
                BigDecimal.valueOf(all.lapsed).divide(BigDecimal.valueOf(all.issued), DIGITS, RoundingMode.HALF_UP),
                months.size(),
                all.issued,
                all.lapsed,
                expected(living, all),
                drawn[tail],
                drawn[DRAWS - 1 - tail]));
    }

    private static long[] draw(List<Month> months, List<Cohort> living) {
        var random = new Random(SEED);
        var drawn = new long[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            var sample = new ArrayList<Month>(months.size());
            for (int k = 0; k < months.size(); k++) {
                sample.add(months.get(random.nextInt(months.size())));
            }
            drawn[i] = expected(living, sum(sample));
        }
        Arrays.sort(drawn);
        return drawn;
    }

    /** The months that have run off; what an overdue run has not taken yet counts as lapsed. */
    private static List<Month> runOff(List<Cohort> cohorts, LocalDate asOf) {
        var months = new TreeMap<LocalDate, Month>();
        var alive = cohorts.stream()
                .filter(cohort -> !hasRunOff(cohort, asOf) && cohort.expiresIn() != null)
                .map(Cohort::issuedIn)
                .toList();
        cohorts.stream()
                .filter(cohort -> hasRunOff(cohort, asOf) && !alive.contains(cohort.issuedIn()))
                .forEach(cohort -> months.merge(
                        cohort.issuedIn(),
                        new Month(cohort.issued(), cohort.lapsed() + cohort.outstanding()),
                        RunOff::plus));
        return List.copyOf(months.values());
    }

    private static boolean hasRunOff(Cohort cohort, LocalDate asOf) {
        return cohort.expiresIn() != null && !cohort.expiresIn().plusMonths(1).isAfter(asOf);
    }

    private static long expected(List<Cohort> living, Month all) {
        if (all.issued == 0) {
            return 0;
        }
        long expected = 0;
        for (var cohort : living) {
            expected += Math.min(cohort.outstanding(), share(cohort.issued(), all));
        }
        return expected;
    }

    /** {@code issued · lapsed / all}, to the nearest whole. */
    private static long share(long issued, Month all) {
        var twice = BigInteger.valueOf(issued)
                .multiply(BigInteger.valueOf(all.lapsed))
                .shiftLeft(1)
                .add(BigInteger.valueOf(all.issued));
        return twice.divide(BigInteger.valueOf(all.issued).shiftLeft(1)).longValueExact();
    }

    private static Month sum(List<Month> months) {
        return months.stream().reduce(new Month(0, 0), RunOff::plus);
    }

    private static Month plus(Month one, Month other) {
        return new Month(one.issued + other.issued, one.lapsed + other.lapsed);
    }
}
