package org.guildhall.cashback;

import org.guildhall.kernel.Money;

/**
 * What the lines of a payout come to.
 *
 * @param promoters to be paid
 * @param proposed to be paid in all, before tax
 * @param carried for how many less than the least is due, or who are no members any more
 * @param carriedAmount what is due to them
 * @param owing how many owe
 * @param owedAmount what they owe, above zero
 */
public record PayoutTotals(
        int promoters, Money proposed, int carried, Money carriedAmount, int owing, Money owedAmount) {}
