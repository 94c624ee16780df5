package org.guildhall.policies;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Map;

/**
 * Saves the draft of a kind.
 *
 * @param expectedRevision the revision it was edited from; 0 to begin a draft
 */
public record SaveDraft(
        @NotNull Map<String, Object> body, @Min(0) int expectedRevision) {}
