package org.guildhall.checkout;

import java.time.LocalDate;
import org.guildhall.kernel.Slice;

/**
 * Money taken in and given back at the stores, for baskets and for what other modules sell there (see
 * {@link org.guildhall.prepaid.MoneyTaken}), day by day, held against what somebody counted.
 */
public interface Payments {

    /** One page of the payments within reach, newest first. */
    Slice<PaymentRow> list(PaymentQuery query);

    /** One business day, store by store and method by method, with what was counted. */
    PaymentDay day(LocalDate day);

    /** Tells what was counted; a difference needs a reason. The same key tells it once. */
    PaymentDay count(CountTill command, String key);
}
