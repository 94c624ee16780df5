package org.guildhall.prepaid;

import org.guildhall.kernel.Money;

/** What a payment could take now, of both pots. */
public record Spendable(Money available, boolean frozen) {}
