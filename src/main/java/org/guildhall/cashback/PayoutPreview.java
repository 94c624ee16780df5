package org.guildhall.cashback;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.guildhall.approvals.AuthorityOutlook;
import org.guildhall.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a payout for a month would propose now.
 *
 * @param ripeThrough what was first credited by this day is paid
 * @param waiting the payout that waits for a decision; while it does, none is proposed
 */
public record PayoutPreview(
        YearMonth month,
        LocalDate ripeThrough,
        int coolingDays,
        Money least,
        PayoutTotals totals,
        AuthorityOutlook authority,
        @Nullable UUID waiting) {}
