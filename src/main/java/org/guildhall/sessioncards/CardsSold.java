package org.guildhall.sessioncards;

import org.guildhall.kernel.Money;

/** How many sessions the cards hold that were sold in a period, and what was paid for them. */
public record CardsSold(long sessions, Money paid) {}
