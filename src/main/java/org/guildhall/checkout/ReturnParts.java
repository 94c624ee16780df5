package org.guildhall.checkout;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.guildhall.kernel.UnitId;

/** Takes these parts back at a store; all that is left if no line is named. */
public record ReturnParts(
        @NotNull UnitId store,
        @NotNull @Size(max = 500) List<@Valid @NotNull Part> lines,
        @NotBlank @Size(max = 300) String reason) {

    /** Copies the lines. */
    public ReturnParts {
        lines = List.copyOf(lines);
    }

    /** So much of a line. */
    @Schema(name = "ReturnPart")
    public record Part(@Min(1) int line, @Positive long quantityMilli) {}
}
