package org.guildhall.ledger;

/**
 * What the books of a month come to in one asset: the closing balance is the opening balance and what the month's entries moved
 * against each of the programme's accounts, seen from the members. What occurred in an earlier month and was booked after that
 * was closed is counted here.
 */
public record PeriodFigure(
        Asset asset,
        long opening,
        long issued,
        long redeemed,
        long adjusted,
        long expired,
        long lost,
        long held,
        long closing) {}
