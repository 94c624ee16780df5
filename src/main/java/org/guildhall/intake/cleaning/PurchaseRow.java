package org.guildhall.intake.cleaning;

import org.jspecify.annotations.Nullable;

/**
 * One clean row of a file of purchases.
 *
 * @param buyer who bought, by the first field that names somebody
 * @param number the purchase's number; null when the file has none and it is to be derived
 * @param atSecond when, in seconds since the epoch
 * @param minor what was paid, in the smallest unit; never negative
 * @param returnOf null for a purchase; for a return, the number of the purchase that is given back
 */
public record PurchaseRow(
        long row,
        Buyer buyer,
        @Nullable String number,
        long atSecond,
        @Nullable String store,
        @Nullable String product,
        @Nullable String category,
        long quantityMilli,
        long minor,
        String currency,
        @Nullable String payment,
        @Nullable String returnOf) {

    /** Whether both rows say the same of their purchase as a whole. */
    public boolean agreesWith(PurchaseRow other) {
        return buyer.equals(other.buyer)
                && atSecond == other.atSecond
                && currency.equals(other.currency)
                && java.util.Objects.equals(store, other.store)
                && java.util.Objects.equals(payment, other.payment)
                && java.util.Objects.equals(returnOf, other.returnOf);
    }

    /** Whether both rows say the same in all. */
    public boolean equalsInContent(PurchaseRow other) {
        return agreesWith(other)
                && java.util.Objects.equals(number, other.number)
                && java.util.Objects.equals(product, other.product)
                && java.util.Objects.equals(category, other.category)
                && quantityMilli == other.quantityMilli
                && minor == other.minor;
    }
}
