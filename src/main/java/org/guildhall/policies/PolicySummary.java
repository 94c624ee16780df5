package org.guildhall.policies;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A kind of policy at a glance.
 *
 * @param upcoming versions whose first day lies ahead
 * @param draftedBy name of the last editor of the draft, if there is one
 */
public record PolicySummary(
        String kind,
        String module,
        String clause,
        int version,
        LocalDate effectiveFrom,
        int upcoming,
        @Nullable String draftedBy,
        boolean previewable) {}
