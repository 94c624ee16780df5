/**
 * The counter 收银: a basket is priced, paid and, where it must be, given back.
 *
 * <p>Promises: a quote says for every possible deduction why it was or was not applied, line by line, and binds nobody; a
 * checkout commits once per key, in one transaction with the purchase, the points redeemed, the stored value and the
 * cashback paid and the payments, and only at the price that was quoted; whatever part comes back takes all its effects with it, to exactly where they
 * came from, and never more than was paid. The day of a till is all the money that changed hands at the store, what was paid
 * for session cards, stored value and rewards included, whichever module tells it (see {@link org.guildhall.prepaid.MoneyTaken}).
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "access",
            "policies",
            "ledger",
            "members",
            "loyalty",
            "prepaid",
            "coupons",
            "benefits",
            "cashback"
        })
package org.guildhall.checkout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
