package org.guildhall.loyalty;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * Record this purchase.
 *
 * @param source the business system it comes from; with the number it is the purchase's key; absent: the idempotency key is
 * @param occurredAt when it was bought; absent: now
 */
@Schema(name = "RecordPurchase")
public record RecordPurchase(
        @Nullable @Size(min = 1, max = 40) String source,
        @Nullable @Size(min = 1, max = 100) String number,
        @NotNull MemberId member,
        @Nullable Instant occurredAt,
        @Nullable UnitId store,
        @Nullable StaffId staff,
        @NotNull Money total,
        @Nullable @Size(max = 1000) List<@Valid LineFact> lines,
        @Nullable @Size(max = 40) String payment) {

    /** Whether it brings a key of its own. */
    @JsonIgnore
    @Schema(hidden = true)
    public boolean isKeyed() {
        return source != null && number != null;
    }

    /** The purchase as a fact, keyed by the given source and number where the command has none. */
    public PurchaseFact fact(String fallbackSource, String fallbackNumber, Instant now) {
        boolean own = number != null;
        return new PurchaseFact(
                own && source != null ? source : fallbackSource,
                own && number != null ? number : fallbackNumber,
                member,
                occurredAt == null ? now : occurredAt,
                store,
                staff,
                total,
                lines == null ? List.of() : lines,
                payment);
    }
}
