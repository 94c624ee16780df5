package org.guildhall.loyalty;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * A member bought something: the fact as the business system states it, identified for ever by source and number.
 *
 * <p>The lines' amounts are what was paid after discounts and add up to the total exactly; a purchase may have no lines.
 * Time is kept to the microsecond, as the books keep it.
 */
public record PurchaseFact(
        String source,
        String number,
        MemberId member,
        Instant occurredAt,
        @Nullable UnitId store,
        @Nullable StaffId staff,
        Money total,
        List<LineFact> lines,
        @Nullable String payment) {

    public PurchaseFact {
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
        lines = List.copyOf(lines);
    }
}
