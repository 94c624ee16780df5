package org.guildhall.adjustments;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.guildhall.platform.RunView;
import org.jspecify.annotations.Nullable;

/**
 * Points given to many members in one act, as shown.
 *
 * @param members to how many
 * @param total what it comes to
 * @param run how far it is carried out; absent before it begins
 * @param asked the request for somebody's yes and where it stands, if one was needed
 * @param undo how far it is taken back, if that was begun
 * @param undoAsked the request to take it back, if one was needed
 */
@Schema(name = "BatchGrant")
public record BatchGrantView(
        UUID id,
        long amount,
        @Nullable LocalDate expiresOn,
        String reason,
        int members,
        long total,
        String actor,
        String actorName,
        Instant askedAt,
        @Nullable RunView run,
        Adjusted.@Nullable Asked asked,
        @Nullable RunView undo,
        Adjusted.@Nullable Asked undoAsked) {}
