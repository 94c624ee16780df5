package org.guildhall.loyalty;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * A member gave back a purchase or a part of it; it may be learnt before the purchase itself and waits for it then.
 *
 * <p>With lines, these are given back; with an amount alone, it is spread over what is left of the lines in proportion;
 * with neither, everything that is left is given back.
 *
 * @param occurredAt kept to the microsecond, as the books keep it
 * @param source the business system, the same for the purchase
 * @param number the return's own number
 * @param purchaseNumber the number of the purchase that is given back
 */
public record ReturnFact(
        String source,
        String number,
        String purchaseNumber,
        MemberId member,
        Instant occurredAt,
        List<ReturnedLine> lines,
        @Nullable Money amount) {

    public ReturnFact {
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
        lines = List.copyOf(lines);
    }
}
