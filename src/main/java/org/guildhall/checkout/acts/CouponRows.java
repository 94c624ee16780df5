package org.guildhall.checkout.acts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.guildhall.checkout.pricing.CouponTaken;
import org.guildhall.jooq.checkout.tables.records.CouponLineRecord;
import org.guildhall.jooq.checkout.tables.records.CouponRecord;
import org.jooq.TableRecord;

/** The rows that tell which coupons a checkout used, and what each took of which line. */
final class CouponRows {

    private CouponRows() {}

    /** A coupon and the lines it applied to. */
    record Kept(CouponRecord coupon, List<CouponLineRecord> lines) {

        Parts.Coupon view() {
            return new Parts.Coupon(
                    coupon, lines.stream().map(CouponLineRecord::getLineNumber).toList());
        }

        Stream<TableRecord<?>> rows() {
            return Stream.concat(Stream.of(coupon), lines.stream());
        }
    }

    static List<Kept> of(Sale sale) {
        var kept = new ArrayList<Kept>();
        int place = 0;
        for (var coupon : sale.offer().priced().coupons()) {
            var known = coupon.known();
            if (known != null) {
                var row = new CouponRecord();
                row.setCheckoutId(sale.id());
                row.setCouponId(known.id());
                row.setPlace(++place);
                row.setCode(coupon.code());
                row.setName(known.name());
                row.setGift(coupon.gift());
                row.setAmount(coupon.amount());
                row.setValidTo(known.lastDay());
                kept.add(new Kept(row, lines(row, coupon, sale)));
            }
        }
        return kept;
    }

    /** One for each line it applied to, also where its share is nothing: they decide when it goes back. */
    private static List<CouponLineRecord> lines(CouponRecord of, CouponTaken coupon, Sale sale) {
        var lines = new ArrayList<CouponLineRecord>();
        for (int i = 0; i < coupon.shares().size(); i++) {
            var share = coupon.shares().get(i);
            if (share != null) {
                var row = new CouponLineRecord();
                row.setCheckoutId(of.getCheckoutId());
                row.setCouponId(of.getCouponId());
                row.setLineNumber(sale.offer().priced().lines().get(i).item().number());
                row.setAmount(share);
                lines.add(row);
            }
        }
        return lines;
    }
}
