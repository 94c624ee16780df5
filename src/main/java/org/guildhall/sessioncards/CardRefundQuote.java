package org.guildhall.sessioncards;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Money;
import org.guildhall.prepaid.PaymentMethod;

/**
 * What a refund would be.
 *
 * @param paid what the card cost
 * @param counted how much of it counts as used
 * @param needsMore whether it is larger, with what was refunded to the member today, than one person refunds alone
 * @param method how it goes back: as it was paid
 * @param lines none for a card of unlimited use, of which the days count
 */
@Schema(name = "SessionCardRefundQuote")
public record CardRefundQuote(
        Money paid,
        Money counted,
        Money refund,
        boolean needsMore,
        PaymentMethod method,
        List<Line> lines,
        Explanation why) {

    /** What becomes of one service's sessions. */
    @Schema(name = "SessionCardRefundLine")
    public record Line(UUID service, String name, int sessions, int used, Money price, Money counted) {}
}
