package org.guildhall.messages.dispatch;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.messages.Channel;
import org.guildhall.messages.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * A message taken to be sent.
 *
 * @param attempt the number of this attempt
 * @param begun how often sending was begun since it was planned or let be tried again, this time included
 */
record Taken(
        MemberId member,
        UUID id,
        String reason,
        String template,
        int version,
        Channel channel,
        Purpose purpose,
        Map<String, Object> facts,
        @Nullable Instant validUntil,
        int attempt,
        int begun) {}
