package org.guildhall.members;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Note what a member agreed to or withdrew, when it was said (now unless given), with the text's version and the proof. */
public record RecordConsent(
        ConsentView.Purpose purpose,
        ConsentView.Channel channel,
        boolean granted,
        String version,
        String evidence,
        @Nullable Instant occurredAt) {}
