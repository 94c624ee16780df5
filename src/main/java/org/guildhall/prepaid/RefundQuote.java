package org.guildhall.prepaid;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Money;

/**
 * What a refund would be.
 *
 * @param needsApproval whether it is larger, with what was refunded to the member today, than one person refunds alone
 * @param notices what is worth a second look before it is paid out
 */
public record RefundQuote(
        Money refund, boolean needsApproval, List<String> notices, List<Line> lines, Explanation why) {

    /**
     * What becomes of one top-up.
     *
     * @param used what was bought with it, at the price charged
     * @param counted how much of it counts against the money paid
     * @param principal principal that is taken off the account
     * @param bonus bonus that is taken back
     */
    @Schema(name = "RefundLine")
    public record Line(
            UUID topUp,
            LocalDate paidOn,
            Money paid,
            Money gift,
            Money used,
            Money counted,
            Money refund,
            Money principal,
            Money bonus) {}
}
