package org.guildhall.access;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.jspecify.annotations.Nullable;

/**
 * Which remembered acts to list, newest first.
 *
 * @param actor reference of the actor ({@code staff:<id>}), exact
 * @param act the act, or the beginning of it ({@code members.})
 * @param from first instant
 * @param to the instant before which
 */
public record AuditQuery(
        @Nullable @Size(max = 100) String actor,
        @Nullable @Size(max = 100) String act,
        @Nullable @Size(max = 60) String subjectKind,
        @Nullable @Size(max = 200) String subjectId,
        @Nullable MemberId member,
        @Nullable @Size(max = 64) String requestId,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String cursor,
        @Nullable @Min(1) @Max(Slice.PAGE_LIMIT) Integer limit) {}
