package org.guildhall.loyalty.tiers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.guildhall.loyalty.tiers.TiersPolicy.Term;

/**
 * A score made of several sums: {@code floor(Σ weight × sum)}. Growth value, visits and points count by the piece; spend counts
 * by the main unit of the base currency (the yuan, not the fen), so that a weight of 1 gives one point of score a yuan.
 *
 * <p>Everything is added exactly, fractions of a yuan and of a weight included, and rounded down once for the whole window:
 * neither the order of purchases nor how an amount is split among them makes a difference.
 *
 * @param spendDigits decimals of the base currency
 */
public record Formula(List<Term> terms, int spendDigits) {

    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    /** Copies the terms. */
    public Formula {
        terms = List.copyOf(terms);
    }

    /** The score of these sums, fractions dropped. */
    public long score(Sums sums) {
        return exact(sums).setScale(0, RoundingMode.FLOOR).min(MOST).longValueExact();
    }

    /**
     * How much more of what the term counts brings these sums to a score, if nothing else is added; of spend in the smallest
     * unit of the currency.
     *
     * @param term of a weight above zero
     */
    public long alone(Term term, Sums have, long score) {
        var lacks = BigDecimal.valueOf(score).subtract(exact(have));
        return lacks.signum() <= 0
                ? 0
                : lacks.movePointRight(digits(term.measure()))
                        .divide(term.weight(), 0, RoundingMode.CEILING)
                        .min(MOST)
                        .longValueExact();
    }

    /** The terms that add to the score at all. */
    public List<Term> counting() {
        return terms.stream().filter(term -> term.weight().signum() > 0).toList();
    }

    private BigDecimal exact(Sums sums) {
        var exact = BigDecimal.ZERO;
        for (var term : terms) {
            var sum = BigDecimal.valueOf(sums.of(term.measure()), digits(term.measure()));
            exact = exact.add(sum.multiply(term.weight()));
        }
        return exact;
    }

    private int digits(Counted counted) {
        return counted == Counted.SPEND ? spendDigits : 0;
    }
}
