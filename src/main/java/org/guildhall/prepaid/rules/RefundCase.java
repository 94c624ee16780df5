package org.guildhall.prepaid.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.guildhall.prepaid.RefundGround;

/**
 * All that a refund is calculated from; kept with the refund, so that it can be calculated again.
 *
 * @param hadBefore whether the member had had the same goods or services before, as somebody said or an earlier payment shows
 * @param earlier how many refunds there were within the days in which they are noticed
 */
public record RefundCase(RefundGround ground, boolean hadBefore, LocalDate on, int earlier, List<Contract> contracts) {

    /** Copies the contracts. */
    public RefundCase {
        contracts = List.copyOf(contracts);
    }

    /**
     * One top-up as the law sees it: a contract paid beforehand.
     *
     * @param paid money paid, less what was transferred away
     * @param gift bonus it brought, less what went with transfers
     * @param used what was bought with it at the price charged, less what was returned
     * @param listed the same at the price before any discount
     * @param principalLeft principal that the refund takes off the account
     * @param bonusLeft bonus that the refund takes back
     */
    public record Contract(
            UUID topUp,
            LocalDate paidOn,
            long paid,
            long gift,
            long used,
            long listed,
            long principalLeft,
            long bonusLeft) {}
}
