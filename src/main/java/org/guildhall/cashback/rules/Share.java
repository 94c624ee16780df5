package org.guildhall.cashback.rules;

import java.time.LocalDate;
import java.util.List;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.Goods;
import org.jspecify.annotations.Nullable;

/**
 * What the goods of one purchase bring one person at one level, decided by the rules of its day.
 *
 * @param day the company's day of the purchase
 * @param rule the version that decided
 * @param least what must stay of the purchase
 * @param room what each cap left, the one of a purchase and the one of a month
 */
public record Share(
        Goods goods,
        int level,
        MemberId member,
        LocalDate day,
        LocalDate settlesOn,
        Explanation.Source rule,
        long least,
        Room room,
        List<Line> lines) {

    /** Copies the list. */
    public Share {
        lines = List.copyOf(lines);
    }

    /** What a cap on a purchase and one on a month left, in the smallest unit. */
    public record Room(long purchase, long month) {

        long least() {
            return Math.min(purchase, month);
        }
    }

    /**
     * A line.
     *
     * @param base what stays of it
     * @param rate absent where none applies
     * @param uncapped by the percent alone, fractions dropped
     * @param amount after the caps
     */
    public record Line(
            int number,
            @Nullable String category,
            long base,
            int basisPoints,
            @Nullable String rate,
            long uncapped,
            long amount) {

        Line cappedAt(long most) {
            return new Line(number, category, base, basisPoints, rate, uncapped, Math.min(uncapped, most));
        }
    }

    /** What it comes to. */
    public long amount() {
        return lines.stream().mapToLong(Line::amount).sum();
    }

    /** What it would come to without caps. */
    public long uncapped() {
        return lines.stream().mapToLong(Line::uncapped).sum();
    }

    /** Whether too little stays of the purchase. */
    public boolean tooSmall() {
        return goods.left() < least;
    }
}
