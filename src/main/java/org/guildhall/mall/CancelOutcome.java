package org.guildhall.mall;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of one of several cancellations: done, or refused with a code. */
public record CancelOutcome(
        UUID redemption, boolean cancelled, @Nullable String refusal) {}
