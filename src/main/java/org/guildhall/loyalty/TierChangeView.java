package org.guildhall.loyalty;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One step of a member's tier history.
 *
 * @param from the tier before; absent on the first step
 * @param reason {@code joined, upgrade, review-kept, review-down, review-postponed, return, granted, grant-ended, standard-changed}
 * @param fact the purchase, return or manual grant that brought it, if one did
 * @param withdrawnAt when later facts showed that this step had not been so; absent while it holds
 */
public record TierChangeView(
        @Nullable String from,
        @NotNull String to,
        @NotNull String reason,
        @NotNull Instant effectiveAt,
        @NotNull Instant recordedAt,
        int policyVersion,
        @Nullable UUID fact,
        @Nullable Instant withdrawnAt) {}
