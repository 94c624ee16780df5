package org.guildhall.loyalty;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * Record that a purchase, or a part of it, was given back.
 *
 * @param source the business system of the purchase and of the return
 * @param number the return's own number; absent: the idempotency key
 */
@Schema(name = "RecordReturn")
public record RecordReturn(
        @NotNull @Size(min = 1, max = 40) String source,
        @Nullable @Size(min = 1, max = 100) String number,
        @NotNull @Size(min = 1, max = 200) String purchaseNumber,
        @NotNull MemberId member,
        @Nullable Instant occurredAt,
        @Nullable @Size(max = 1000) List<@Valid ReturnedLine> lines,
        @Nullable Money amount) {

    /** The return as a fact, with the given number where the command has none. */
    public ReturnFact fact(String fallbackNumber, Instant now) {
        return new ReturnFact(
                source,
                number == null ? fallbackNumber : number,
                purchaseNumber,
                member,
                occurredAt == null ? now : occurredAt,
                lines == null ? List.of() : lines,
                amount);
    }
}
