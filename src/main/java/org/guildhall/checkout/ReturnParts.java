package org.guildhall.checkout;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * Takes parts of a checkout back at a store: either the lines named, or everything that is left, which has to be said. No
 * lines mean nothing rather than everything, so that a caller who failed to name them gives no money away.
 */
public record ReturnParts(
        @NotNull UnitId store,
        @Size(max = 500) @Nullable List<@Valid @NotNull Part> lines,
        @Nullable Boolean everything,
        @NotBlank @Size(max = 300) String reason) {

    /** Copies the lines. */
    public ReturnParts {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /** So much of the lines named. */
    public static ReturnParts of(UnitId store, List<Part> lines, String reason) {
        return new ReturnParts(store, lines, null, reason);
    }

    /** The lines named; none if everything comes back. */
    @Override
    public List<@Valid @NotNull Part> lines() {
        return lines == null ? List.of() : lines;
    }

    /** Refuses who names neither lines nor everything, and who names both; asked once it is known that they may take back. */
    public void requireClear() {
        if (lines().isEmpty() && !takesAll()) {
            throw Refusal.of(new CheckoutRefusal.ReturnNamesNothing());
        }
        if (!lines().isEmpty() && takesAll()) {
            throw Refusal.of(new CheckoutRefusal.ReturnNamesBoth(lines().size()));
        }
    }

    /** Whether everything that is left comes back. */
    public boolean takesAll() {
        return Boolean.TRUE.equals(everything);
    }

    /** So much of a line. */
    @Schema(name = "ReturnPart")
    public record Part(@Min(1) int line, @Positive long quantityMilli) {}
}
