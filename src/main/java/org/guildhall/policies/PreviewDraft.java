package org.guildhall.policies;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** Asks whom the draft would move if it were in force from a day on. */
public record PreviewDraft(@NotNull LocalDate effectiveFrom) {}
