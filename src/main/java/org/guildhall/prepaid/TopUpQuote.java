package org.guildhall.prepaid;

import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Money;

/**
 * What a top-up would bring.
 *
 * @param room how much more the account may hold now
 * @param transferFrom from which amount on it comes by bank transfer and in no other way
 * @param companyAllows whether the company's cap of money paid in advance lets it be, and no end of honouring is announced
 * @param allowed whether that, the account's cap and its state let it be
 */
public record TopUpQuote(
        Money amount,
        Money bonus,
        Money cap,
        Money room,
        boolean named,
        Money transferFrom,
        boolean companyAllows,
        boolean allowed,
        Explanation why) {}
