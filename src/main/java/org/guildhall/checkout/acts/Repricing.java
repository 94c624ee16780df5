package org.guildhall.checkout.acts;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.guildhall.checkout.CheckoutPolicy.Deduction;
import org.guildhall.checkout.pricing.Customer;
import org.guildhall.checkout.pricing.Item;
import org.guildhall.checkout.pricing.Priced;
import org.guildhall.checkout.pricing.Pricing;
import org.guildhall.jooq.checkout.tables.records.LineRecord;
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
    @Nullable
    String differs(UUID checkout) {
        return differences(List.of(checkout)).get(checkout);
    }

    /** The same of many, read at once; checkouts whose price is what it would be are absent. */
    public Map<UUID, String> differences(List<UUID> checkouts) {
        var lines = store.lines(checkouts);
        var differences = new HashMap<UUID, String>();
        for (var row : store.find(checkouts)) {
            var id = row.getCheckoutId();
            var differs = differs(row, price(row, lines.getOrDefault(id, List.of())));
            if (differs != null) {
                differences.put(id, differs);
            }
        }
        return differences;
    }

    private static @Nullable String differs(SaleRecord row, Priced priced) {
        var told = text(
                row.getDiscount(),
                row.getBenefitAmount(),
                row.getCouponAmount(),
                row.getPoints(),
                row.getStored(),
                row.getCashback() + row.getTendered());
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
        return price(row, store.lines(row.getCheckoutId()));
    }

    private Priced price(SaleRecord row, List<LineRecord> lines) {
        var items = new ArrayList<Item>();
        for (var line : lines) {
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
