package org.guildhall.policies;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a draft changes and whom it would move; without figures when the kind's module offers none. */
public record PreviewView(
        String kind,
        int revision,
        LocalDate effectiveFrom,
        List<Difference> differences,
        @Nullable Preview preview) {}
