package org.guildhall.messages.outbox;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.Explanation;
import org.guildhall.messages.MessageView;
import org.jspecify.annotations.Nullable;

/** A message as it is kept. */
record Stored(
        MessageView view,
        Map<String, Object> facts,
        Explanation.@Nullable Source rule,
        @Nullable Instant validUntil,
        @Nullable UUID consent,
        @Nullable Integer policyVersion) {}
