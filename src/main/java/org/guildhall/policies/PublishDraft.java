package org.guildhall.policies;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** Publishes the draft as seen at a revision, in force from a day on, today at the earliest. */
public record PublishDraft(
        @Min(1) int revision,
        @NotNull LocalDate effectiveFrom,
        @NotBlank @Size(max = 1000) String reason) {}
