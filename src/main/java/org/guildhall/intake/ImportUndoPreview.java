package org.guildhall.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.guildhall.members.MemberRow;

/**
 * What undoing an import would do and what depends on it.
 *
 * @param members members the import touched
 * @param withdrawn members it entered, who would be withdrawn
 * @param setBack members whose values would be set back
 * @param changedSince values that somebody changed since; they stay as they are
 * @param purchases purchases and returns that would be voided
 * @param periods periods of points that would be voided
 * @param points points that the import granted; of a history, what balances come to by it, opening balances included
 * @param spenders members who spent points since; what is no longer there becomes debt or loss by policy
 * @param dependants what has been built on the import since, each with the first members by name
 */
@Schema(name = "ImportUndoPreview")
public record ImportUndoPreview(
        long members,
        long withdrawn,
        long setBack,
        long changedSince,
        long purchases,
        long periods,
        long points,
        long spenders,
        List<Dependants> dependants) {

    /** Members for whom something depends on the import: how many, and the first of them as the reader may see them. */
    @Schema(name = "ImportDependants")
    public record Dependants(Kind kind, long count, List<MemberRow> first) {}

    /** What depends on an import. */
    @Schema(enumAsRef = true, name = "ImportDependantsKind")
    public enum Kind {
        /** Points were spent since; taking back more than is left becomes debt or loss. */
        SPENT_SINCE,
        /** There are later purchases, whose points and tier may change, or whose buyer would be gone. */
        BOUGHT_SINCE,
        /** Values were changed since, and stay. */
        CHANGED_SINCE,
        /** The member became part of another's record. */
        MERGED
    }
}
