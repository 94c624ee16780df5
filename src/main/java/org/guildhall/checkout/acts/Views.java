package org.guildhall.checkout.acts;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.guildhall.checkout.CheckoutRow;
import org.guildhall.checkout.CheckoutView;
import org.guildhall.checkout.ReturnView;
import org.guildhall.checkout.pricing.Customer;
import org.guildhall.jooq.checkout.tables.records.CouponRecord;
import org.guildhall.jooq.checkout.tables.records.LineRecord;
import org.guildhall.jooq.checkout.tables.records.PaymentRecord;
import org.guildhall.jooq.checkout.tables.records.ReturnLineRecord;
import org.guildhall.jooq.checkout.tables.records.ReturnRecord;
import org.guildhall.jooq.checkout.tables.records.SaleRecord;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** Shows rows as readers see them. */
final class Views {

    private final Currency currency;

    private Views(Currency currency) {
        this.currency = currency;
    }

    static Views of(SaleRecord row) {
        return new Views(Currency.getInstance(row.getCurrency()));
    }

    static @Nullable MemberId member(SaleRecord row) {
        return row.getMemberId() == null ? null : new MemberId(row.getMemberId());
    }

    Money money(long minor) {
        return new Money(minor, currency);
    }

    /** As lists show it; {@code untouched} says whether nothing, {@code whole} whether everything came back. */
    CheckoutRow row(SaleRecord row, boolean untouched, boolean whole) {
        return new CheckoutRow(
                row.getCheckoutId(),
                row.getNumber(),
                member(row),
                new UnitId(row.getStoreId()),
                money(row.getListAmount()),
                money(row.getStored() + row.getCashback() + row.getTendered()),
                untouched
                        ? CheckoutRow.State.SOLD
                        : whole ? CheckoutRow.State.RETURNED : CheckoutRow.State.PARTLY_RETURNED,
                row.getPurchaseId(),
                row.getOccurredAt().toInstant(),
                row.getActor());
    }

    /** A coupon that goes back on that day. */
    static ReturnView.Coupon back(CouponRecord row, LocalDate day) {
        return new ReturnView.Coupon(
                row.getCouponId(),
                row.getCode(),
                row.getName(),
                row.getGift(),
                row.getValidTo(),
                !row.getValidTo().isBefore(day));
    }

    CheckoutView view(Parts.Whole whole, Customer customer, List<ReturnView> returns) {
        var row = whole.checkout();
        boolean untouched = whole.lines().stream().allMatch(line -> line.getQuantityBack() == 0);
        boolean all =
                whole.lines().stream().allMatch(line -> line.getQuantityBack().equals(line.getQuantity()));
        return new CheckoutView(
                row(row, untouched, all),
                row.getPoints(),
                money(row.getDiscount()),
                money(row.getBenefitAmount()),
                money(row.getCouponAmount()),
                money(row.getPointsAmount()),
                money(row.getStored()),
                money(row.getCashback()),
                row.getPointsEarned(),
                customer.tier(),
                whole.lines().stream().map(this::line).toList(),
                benefit(row, customer),
                whole.coupons().stream().map(coupon -> coupon(coupon.of())).toList(),
                whole.payments().stream().map(this::payment).toList(),
                returns);
    }

    private static CheckoutView.@Nullable Benefit benefit(SaleRecord row, Customer customer) {
        return customer.discounts().stream()
                .filter(one -> one.benefit().equals(row.getBenefit()))
                .findFirst()
                .map(one -> new CheckoutView.Benefit(
                        row.getBenefitUse(), one.benefit(), one.name(), one.clause(), row.getBenefitReturn() != null))
                .orElse(null);
    }

    private CheckoutView.Coupon coupon(CouponRecord row) {
        return new CheckoutView.Coupon(
                row.getCouponId(),
                row.getCode(),
                row.getName(),
                money(row.getAmount()),
                row.getGift(),
                row.getReturnId() != null);
    }

    private CheckoutView.Line line(LineRecord line) {
        return new CheckoutView.Line(
                line.getLineNumber(),
                line.getProduct(),
                line.getCategory(),
                line.getQuantity(),
                money(line.getListAmount()),
                money(line.getDiscount()),
                money(line.getBenefitAmount()),
                money(line.getCouponAmount()),
                money(line.getPointsAmount()),
                money(line.getPaid()),
                line.getQuantityBack());
    }

    private CheckoutView.Payment payment(PaymentRecord row) {
        return new CheckoutView.Payment(
                CheckoutStore.method(row), money(row.getAmount()), money(row.getBack()), row.getReference());
    }

    /** What belongs to the returns of a checkout. */
    record Returned(
            SaleRecord of, List<ReturnLineRecord> lines, List<PaymentRecord> payments, List<Parts.Coupon> coupons) {}

    /** A return with those of the lines, payments and coupons that are its own. */
    ReturnView returned(ReturnRecord row, Returned with) {
        return new ReturnView(
                row.getReturnId(),
                new UnitId(row.getStoreId()),
                with.lines.stream()
                        .filter(line -> line.getReturnId().equals(row.getReturnId()))
                        .map(line -> new ReturnView.Line(
                                line.getLineNumber(),
                                line.getQuantity(),
                                money(line.getDiscount()),
                                money(line.getBenefitAmount()),
                                money(line.getCouponAmount()),
                                money(line.getPointsAmount()),
                                money(line.getPaid())))
                        .toList(),
                money(row.getDiscount()),
                money(row.getBenefitAmount()),
                money(row.getCouponAmount()),
                row.getPoints(),
                money(row.getPointsAmount()),
                money(row.getStored() + row.getCashback() + row.getTendered()),
                money(row.getStored()),
                money(row.getCashback()),
                with.payments.stream()
                        .filter(payment -> row.getReturnId().equals(payment.getReturnId()))
                        .map(payment -> new ReturnView.Back(CheckoutStore.method(payment), money(-payment.getAmount())))
                        .toList(),
                with.coupons.stream()
                        .filter(coupon -> row.getReturnId().equals(coupon.of().getReturnId()))
                        .map(coupon -> back(coupon.of(), row.getOccurredOn()))
                        .toList(),
                row.getReturnId().equals(with.of.getBenefitReturn()),
                row.getReason(),
                row.getOccurredAt().toInstant(),
                row.getActor());
    }
}
