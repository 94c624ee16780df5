package org.guildhall.prepaid;

import java.util.UUID;

/**
 * Whose a payment with stored value is, where a module sold what it paid for: more hangs on it than the money, so that module
 * alone gives it back.
 *
 * @param keeper the module
 * @param about its sale
 * @param name what the sale is called on the receipt
 */
public record KeptPayment(String keeper, UUID about, String name) {}
