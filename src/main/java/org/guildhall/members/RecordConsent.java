package org.guildhall.members;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Note what a member agreed to or withdrew, when it was said (now unless given), with the text's version and the proof. */
public record RecordConsent(
        @NotNull ConsentView.Purpose purpose,
        @NotNull ConsentView.Channel channel,
        boolean granted,
        @NotNull String version,
        @NotNull String evidence,
        @Nullable Instant occurredAt) {}
