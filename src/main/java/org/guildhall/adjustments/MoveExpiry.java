package org.guildhall.adjustments;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.guildhall.ledger.Asset;
import org.jspecify.annotations.Nullable;

/**
 * Moves the day on which a lot expires: what is still valid is extended 延期, what lapsed from it is restored 恢复.
 *
 * @param from the lot, by its present day of expiry: the first day it is (or was) no longer valid
 * @param to the new one; after {@code from} and after today
 * @param asset points when absent
 */
public record MoveExpiry(
        @NotNull LocalDate from,
        @NotNull LocalDate to,
        @NotBlank @Size(max = 200) String reason,
        @Nullable Asset asset) {}
