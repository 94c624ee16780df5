package org.guildhall.finance;

import java.math.BigDecimal;
import org.guildhall.kernel.Money;

/**
 * How much of what is outstanding is expected to lapse unused.
 *
 * @param share lapsed share of what was issued in the months that have run off
 * @param months how many months have run off
 * @param issued how much was issued in them
 * @param lapsed how much of that lapsed
 * @param expected how much of what is outstanding is expected to lapse
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param worth what the expected amount is worth
 * @param confidencePercent how sure the interval is
 */
public record Breakage(
        BigDecimal share,
        int months,
        long issued,
        long lapsed,
        long expected,
        long low,
        long high,
        Money worth,
        int confidencePercent) {}
