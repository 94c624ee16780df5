package org.guildhall.messages;

import java.time.Instant;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * A message and its fate.
 *
 * @param period what tells it from others of the same member and reason
 * @param heldUntil until when the quiet hours hold it back
 * @param dueAt when it is sent, or tried again
 * @param attempts how often sending was begun
 * @param suppression why it was not sent
 * @param failure the code with which it was refused
 */
public record MessageView(
        UUID id,
        MemberId member,
        String reason,
        String period,
        String template,
        int version,
        Channel channel,
        Purpose purpose,
        MessageState state,
        @Nullable Language language,
        @Nullable Suppression suppression,
        @Nullable String failure,
        @Nullable String adapter,
        int attempts,
        Instant plannedAt,
        String plannedBy,
        @Nullable Instant dueAt,
        @Nullable Instant heldUntil,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable String closedReason) {}
