package org.guildhall.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * One act to remember: what was done ({@code members.updated}) to which thing, whom and where it concerns, with facts that
 * hold no personal value in the clear (seal such values with {@link PersonalVault} first).
 *
 * @param by who did it; the current actor when absent
 * @param requestId in which request; the current one when absent ({@link Audit#attributed} fills in both for acts that
 *     another thread commits)
 */
public record AuditEntry(
        String act,
        String subjectKind,
        String subjectId,
        @Nullable MemberId member,
        @Nullable UnitId unit,
        Map<String, Object> facts,
        @Nullable Actor by,
        @Nullable String requestId) {

    /** An act of the current actor. */
    public AuditEntry(
            String act,
            String subjectKind,
            String subjectId,
            @Nullable MemberId member,
            @Nullable UnitId unit,
            Map<String, Object> facts) {
        this(act, subjectKind, subjectId, member, unit, facts, null, null);
    }

    /** An act of the current actor on something, with facts given as name, value, name, value; without a value, no fact. */
    public static AuditEntry of(String act, String subjectKind, Object subjectId, @Nullable Object... facts) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < facts.length; i += 2) {
            var value = facts[i + 1];
            if (value != null) {
                map.put(Objects.requireNonNull((String) facts[i]), value);
            }
        }
        return new AuditEntry(act, subjectKind, subjectId.toString(), null, null, map);
    }

    /** The same act, concerning this member. */
    public AuditEntry about(MemberId concerned) {
        return new AuditEntry(act, subjectKind, subjectId, concerned, unit, facts, by, requestId);
    }

    /** The same act, concerning this unit. */
    public AuditEntry in(@Nullable UnitId concerned) {
        return new AuditEntry(act, subjectKind, subjectId, member, concerned, facts, by, requestId);
    }

    /** The same act, done by this actor. */
    public AuditEntry by(Actor actor) {
        return new AuditEntry(act, subjectKind, subjectId, member, unit, facts, actor, requestId);
    }

    /** The same act, done in this request. */
    public AuditEntry within(@Nullable String request) {
        return new AuditEntry(act, subjectKind, subjectId, member, unit, facts, by, request);
    }
}
