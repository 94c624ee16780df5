package org.guildhall.checkout.acts;

import java.util.ArrayList;
import java.util.Currency;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.guildhall.checkout.CheckoutPolicy.Deduction;
import org.guildhall.checkout.pricing.Customer;
import org.guildhall.checkout.pricing.Item;
import org.guildhall.checkout.pricing.Priced;
import org.guildhall.checkout.pricing.Pricing;
import org.guildhall.jooq.checkout.tables.records.SaleRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Prices checkouts again from what was kept of them. */
@Component
public class Repricing {

    private final CheckoutStore store;
    private final Quoting quoting;
    private final JsonMapper json;

    Repricing(CheckoutStore store, Quoting quoting, JsonMapper json) {
        this.store = store;
        this.quoting = quoting;
        this.json = json;
    }

    /** Says how a checkout's price differs from what it would be, or nothing. */
    public @Nullable String differs(UUID checkout) {
        var row = store.find(checkout).orElseThrow();
        var priced = price(row);
        var told = text(
                row.getDiscount(),
                row.getBenefitAmount(),
                row.getCouponAmount(),
                row.getPoints(),
                row.getStored(),
                row.getTendered());
        var would = text(
                priced.of(Deduction.TIER_DISCOUNT).amount(),
                priced.of(Deduction.BENEFIT).amount(),
                priced.of(Deduction.COUPON).amount(),
                priced.of(Deduction.POINTS_AS_MONEY).points(),
                priced.of(Deduction.STORED_VALUE).amount(),
                priced.due());
        return told.equals(would) ? null : "checkout " + row.getNumber() + " cost " + told + ", would cost " + would;
    }

    private static String text(long... figures) {
        return LongStream.of(figures).mapToObj(Long::toString).collect(Collectors.joining(" / "));
    }

    Customer customer(SaleRecord row) {
        return json.readValue(row.getInputs().data(), Customer.class);
    }

    /** The price under the rules that made it, for the buyer as known then. */
    Priced price(SaleRecord row) {
        var items = new ArrayList<Item>();
        for (var line : store.lines(row.getCheckoutId())) {
            items.add(new Item(
                    line.getLineNumber(),
                    line.getProduct(),
                    line.getCategory(),
                    line.getQuantity(),
                    line.getListAmount()));
        }
        return Pricing.of(quoting.rules(row), customer(row), Currency.getInstance(row.getCurrency()), items);
    }
}
