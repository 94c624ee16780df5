package org.guildhall.mall;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.Slice;

/** Cancels several redemptions for one reason, each by itself. */
public record CancelMany(
        @NotEmpty @Size(max = Slice.PAGE_LIMIT) List<@NotNull UUID> redemptions,
        @NotBlank @Size(max = 300) String reason) {

    /** Copies the list. */
    public CancelMany {
        redemptions = redemptions == null ? List.of() : List.copyOf(redemptions);
    }
}
