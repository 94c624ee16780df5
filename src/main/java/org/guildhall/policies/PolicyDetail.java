package org.guildhall.policies;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A kind of policy with its form, all versions, newest first, and the draft. */
public record PolicyDetail(
        PolicySummary summary,
        PolicyForm form,
        List<VersionView> versions,
        @Nullable DraftView draft) {}
