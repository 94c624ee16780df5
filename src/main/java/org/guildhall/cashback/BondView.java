package org.guildhall.cashback;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * A step that bound a customer.
 *
 * @param step 1 is the first touch
 * @param promoter absent where the bond was ended
 * @param current whether it is the last step
 */
@Schema(name = "CustomerBond")
public record BondView(
        UUID id,
        MemberId customer,
        int step,
        @Nullable MemberId promoter,
        String reason,
        boolean current,
        Instant occurredAt,
        String actor) {}
