package org.guildhall.cashback;

import java.time.LocalDate;
import org.guildhall.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * Where a member stands.
 *
 * @param pending what waits until the days for returns are over
 * @param nextDay the first day on which some of it may be credited
 * @param available cashback to spend
 * @param owed cashback clawed back after it was spent
 * @param monthLeft what purchases of this month may still bring; absent where nothing brings anything
 * @param commissionPending the same of commissions
 */
public record CashbackStanding(
        Money pending,
        @Nullable LocalDate nextDay,
        Money available,
        Money owed,
        @Nullable Money monthLeft,
        Money commissionPending,
        Money commissionAvailable,
        Money commissionOwed) {}
