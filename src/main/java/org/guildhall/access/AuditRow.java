package org.guildhall.access;

import java.time.Instant;
import java.util.Map;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** One remembered act. */
public record AuditRow(
        long seq,
        Instant at,
        String actor,
        String actorName,
        @Nullable String requestId,
        String act,
        String subjectKind,
        String subjectId,
        @Nullable MemberId member,
        @Nullable UnitId unit,
        Map<String, Object> facts) {}
