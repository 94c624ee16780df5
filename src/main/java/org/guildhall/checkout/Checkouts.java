package org.guildhall.checkout;

import java.util.UUID;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Slice;

/** Prices baskets, sells them and takes parts of them back. Each write takes the caller's key: the same key does it once. */
public interface Checkouts {

    /** What a basket costs now, and why; nothing is booked. */
    Quote quote(Basket basket);

    /** Sells a basket at the price that was quoted; refused if it is no longer the price. */
    CheckoutView commit(CommitCheckout command, String key);

    /** What would go back for a part of a checkout; nothing is booked. */
    ReturnView quoteReturn(UUID checkout, ReturnParts command);

    /** Takes a part of a checkout back, with all its effects. */
    CheckoutView giveBack(UUID checkout, ReturnParts command, String key);

    /** The checkout, if it is within reach. */
    CheckoutView get(UUID checkout);

    /** One page of the checkouts within reach, newest first. */
    Slice<CheckoutRow> list(CheckoutQuery query);

    /** Why it cost what it did, worked out anew. */
    Explanation why(UUID checkout);
}
