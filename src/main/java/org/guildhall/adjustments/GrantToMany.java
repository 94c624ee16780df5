package org.guildhall.adjustments;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives the same points to many members in one act, for a stated reason.
 *
 * @param numbers the members by their numbers; one named twice gets it once
 * @param amount how many points each of them gets
 * @param expiresOn the first day on which they are no longer valid; after today, absent for never
 */
public record GrantToMany(
        @NotEmpty @Size(max = MOST_MEMBERS) List<@NotBlank @Size(max = 64) String> numbers,
        @Min(1) @Max(1_000_000_000) long amount,
        @Nullable LocalDate expiresOn,
        @NotBlank @Size(max = 200) String reason) {

    /** To so many at a time. */
    public static final int MOST_MEMBERS = 10_000;

    /** Copies the list. */
    public GrantToMany {
        numbers = List.copyOf(numbers);
    }
}
