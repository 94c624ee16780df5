package org.guildhall.checkout.acts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.guildhall.checkout.CheckoutPolicy.MoneyBack;
import org.guildhall.checkout.CheckoutRefusal;
import org.guildhall.checkout.ReturnParts;
import org.guildhall.checkout.ReturnView;
import org.guildhall.checkout.pricing.Returning;
import org.guildhall.jooq.checkout.tables.records.CouponRecord;
import org.guildhall.jooq.checkout.tables.records.LineRecord;
import org.guildhall.jooq.checkout.tables.records.PaymentRecord;
import org.guildhall.jooq.checkout.tables.records.SaleRecord;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;

/** What goes back for parts of a checkout as it stands: line by line, in points, and to each origin of its money. */
record Parts(
        SaleRecord checkout,
        List<Line> lines,
        long points,
        long stored,
        long cashback,
        List<Payment> payments,
        List<Coupon> coupons,
        boolean benefit) {

    /** A part of a line. */
    record Line(LineRecord of, Returning.Part part) {}

    /** So much of a payment. */
    record Payment(PaymentRecord of, long amount) {}

    /** A checkout with all that belongs to it. */
    record Whole(SaleRecord checkout, List<LineRecord> lines, List<PaymentRecord> payments, List<Coupon> coupons) {}

    /** A coupon that was used, and the lines it applied to. */
    record Coupon(CouponRecord of, List<Integer> lines) {}

    static Parts of(Whole whole, ReturnParts asked, MoneyBack rule) {
        var lines = lines(whole, asked);
        var checkout = whole.checkout;
        long pointsAmount =
                lines.stream().mapToLong(line -> line.part.pointsAmount()).sum();
        long paid = lines.stream().mapToLong(line -> line.part.paid()).sum();
        long before = whole.lines.stream()
                .mapToLong(line -> sold(line).pointsAmountBack())
                .sum();
        long points = pointsAmount == 0
                ? 0
                : Returning.points(checkout.getPoints(), checkout.getPointsAmount(), before, pointsAmount);
        var rooms = new long[whole.payments.size() + Returning.BOOKS];
        rooms[0] = checkout.getStored() - checkout.getStoredBack();
        rooms[1] = checkout.getCashback() - checkout.getCashbackBack();
        for (int i = 0; i < whole.payments.size(); i++) {
            rooms[i + Returning.BOOKS] =
                    whole.payments.get(i).getAmount() - whole.payments.get(i).getBack();
        }
        var back = Returning.money(rule, paid, rooms);
        var payments = new ArrayList<Payment>();
        for (int i = Returning.BOOKS; i < back.length; i++) {
            if (back[i] > 0) {
                payments.add(new Payment(whole.payments.get(i - Returning.BOOKS), back[i]));
            }
        }
        var staying = staying(whole, lines);
        return new Parts(
                checkout, lines, points, back[0], back[1], payments, coupons(whole, staying), benefit(whole, staying));
    }

    /** The lines of which something stays. */
    private static Set<Integer> staying(Whole whole, List<Line> parts) {
        var staying = new HashSet<Integer>();
        for (var line : whole.lines) {
            long back = line.getQuantityBack()
                    + parts.stream()
                            .filter(part -> part.of.getLineNumber().equals(line.getLineNumber()))
                            .mapToLong(part -> part.part.quantity())
                            .sum();
            if (back < line.getQuantity()) {
                staying.add(line.getLineNumber());
            }
        }
        return staying;
    }

    /** Whether the benefit's use is taken back: nothing of what it took something off stays. */
    private static boolean benefit(Whole whole, Set<Integer> staying) {
        return whole.checkout.getBenefitUse() != null
                && whole.checkout.getBenefitReturn() == null
                && whole.lines.stream()
                        .noneMatch(line -> line.getBenefitAmount() > 0 && staying.contains(line.getLineNumber()));
    }

    /** The coupons that go back: nothing of what they applied to stays. */
    private static List<Coupon> coupons(Whole whole, Set<Integer> staying) {
        return whole.coupons.stream()
                .filter(coupon ->
                        coupon.of.getReturnId() == null && coupon.lines.stream().noneMatch(staying::contains))
                .toList();
    }

    /** Line by line what comes back; a line named twice counts once with both. */
    private static List<Line> lines(Whole whole, ReturnParts asked) {
        var wanted = new TreeMap<Integer, Long>();
        asked.lines().forEach(part -> wanted.merge(part.line(), part.quantityMilli(), Math::addExact));
        var lines = new ArrayList<Line>();
        for (var line : whole.lines) {
            long left = line.getQuantity() - line.getQuantityBack();
            Long some = asked.takesAll() ? Long.valueOf(left) : wanted.remove(line.getLineNumber());
            if (some == null || some == 0) {
                continue;
            }
            if (some > left) {
                throw Refusal.of(CheckoutRefusal.ReturnTooLarge.ofMilli(line.getLineNumber(), left, some));
            }
            lines.add(new Line(line, sold(line).next(some)));
        }
        if (!wanted.isEmpty()) {
            throw InvalidInput.of("lines", wanted.firstKey(), "line-of-checkout");
        }
        if (lines.isEmpty()) {
            throw Refusal.of(new CheckoutRefusal.NothingLeft(whole.checkout.getCheckoutId()));
        }
        return lines;
    }

    private static Returning.Sold sold(LineRecord line) {
        return new Returning.Sold(
                line.getQuantity(),
                line.getQuantityBack(),
                line.getDiscount(),
                line.getBenefitAmount(),
                line.getCouponAmount(),
                line.getPointsAmount(),
                line.getPaid());
    }

    long discount() {
        return lines.stream().mapToLong(line -> line.part.discount()).sum();
    }

    long benefitAmount() {
        return lines.stream().mapToLong(line -> line.part.benefitAmount()).sum();
    }

    long couponAmount() {
        return lines.stream().mapToLong(line -> line.part.couponAmount()).sum();
    }

    long pointsAmount() {
        return lines.stream().mapToLong(line -> line.part.pointsAmount()).sum();
    }

    long tendered() {
        return payments.stream().mapToLong(Payment::amount).sum();
    }

    Money money(long minor) {
        return new Money(minor, Currency.getInstance(checkout.getCurrency()));
    }

    ReturnView view(UUID id, ReturnParts asked, LocalDate day) {
        return new ReturnView(
                id,
                asked.store(),
                lines.stream()
                        .map(line -> new ReturnView.Line(
                                line.of.getLineNumber(),
                                line.part.quantity(),
                                money(line.part.discount()),
                                money(line.part.benefitAmount()),
                                money(line.part.couponAmount()),
                                money(line.part.pointsAmount()),
                                money(line.part.paid())))
                        .toList(),
                money(discount()),
                money(benefitAmount()),
                money(couponAmount()),
                points,
                money(pointsAmount()),
                money(stored + cashback + tendered()),
                money(stored),
                money(cashback),
                payments.stream()
                        .map(payment -> new ReturnView.Back(CheckoutStore.method(payment.of), money(payment.amount)))
                        .toList(),
                coupons.stream().map(coupon -> Views.back(coupon.of, day)).toList(),
                benefit,
                asked.reason(),
                null,
                null);
    }
}
