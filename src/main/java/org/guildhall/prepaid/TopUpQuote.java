package org.guildhall.prepaid;

import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Money;

/**
 * What a top-up would bring.
 *
 * @param room how much more the account may hold now
 * @param allowed whether the cap and the account's state let it be
 */
public record TopUpQuote(
        Money amount, Money bonus, Money cap, Money room, boolean named, boolean allowed, Explanation why) {}
