package org.guildhall.checkout.simulation;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.guildhall.checkout.pricing.Customer;
import org.guildhall.checkout.pricing.Item;
import org.guildhall.checkout.pricing.Priced;
import org.guildhall.checkout.pricing.Shares;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;

/**
 * A sale to a member with everything that decided its price, and what was taken off.
 *
 * @param customer as known then
 * @param points that it took
 */
record Sold(
        MemberId member,
        UnitId store,
        LocalDate day,
        Currency currency,
        int version,
        Customer customer,
        List<SoldLine> lines,
        long points) {

    /** A line; {@code back} of its quantity came back. */
    record SoldLine(Item item, Taken taken, long back) {

        /** What stays of an amount with the goods that stay, as the counter shares it. */
        long left(long amount) {
            return amount - Shares.down(amount, back, item.quantity());
        }

        Taken left(Taken of) {
            return new Taken(left(of.tier), left(of.benefit), left(of.coupon), left(of.points));
        }
    }

    /** What each deduction took of a line, or of all. */
    record Taken(long tier, long benefit, long coupon, long points) {

        static final Taken NOTHING = new Taken(0, 0, 0, 0);

        static Taken of(Priced.Line line) {
            return new Taken(line.discount(), line.benefitAmount(), line.couponAmount(), line.pointsAmount());
        }

        Taken plus(Taken other) {
            return new Taken(tier + other.tier, benefit + other.benefit, coupon + other.coupon, points + other.points);
        }

        long sum() {
            return tier + benefit + coupon + points;
        }
    }

    /**
     * What a price came to.
     *
     * @param sold what was taken off when it was sold
     * @param kept what stays of that with the goods that stay
     * @param points that are spent and stay spent
     */
    record Outcome(Taken sold, Taken kept, long points) {

        private static Outcome of(Taken sold, Taken kept, long points) {
            return new Outcome(sold, kept, points - Shares.down(points, sold.points - kept.points, sold.points));
        }
    }

    List<Item> items() {
        return lines.stream().map(SoldLine::item).toList();
    }

    /** Before any deduction. */
    long listed() {
        return lines.stream().mapToLong(line -> line.item.amount()).sum();
    }

    /** The same of the goods that stay. */
    long listedLeft() {
        return lines.stream().mapToLong(line -> line.left(line.item.amount())).sum();
    }

    /** What it came to. */
    Outcome was() {
        var sold = Taken.NOTHING;
        var kept = Taken.NOTHING;
        for (var line : lines) {
            sold = sold.plus(line.taken);
            kept = kept.plus(line.left(line.taken));
        }
        return Outcome.of(sold, kept, points);
    }

    /** What it would have come to at another price of the same lines. */
    Outcome at(Priced priced, long pointsTaken) {
        var sold = Taken.NOTHING;
        var kept = Taken.NOTHING;
        for (int i = 0; i < lines.size(); i++) {
            var taken = Taken.of(priced.lines().get(i));
            sold = sold.plus(taken);
            kept = kept.plus(lines.get(i).left(taken));
        }
        return Outcome.of(sold, kept, pointsTaken);
    }
}
