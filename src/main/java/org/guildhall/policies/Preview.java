package org.guildhall.policies;

import java.util.List;
import java.util.Map;
import org.guildhall.kernel.MemberId;

/**
 * Whom a draft would move: how many in all, in which groups, some of them to look at, and further figures.
 *
 * @param facts further figures by code, scalars or money
 */
public record Preview(long affected, List<Move> moves, List<MemberId> sample, Map<String, Object> facts) {

    /** Nobody is moved. */
    public static final Preview NOTHING = new Preview(0, List.of(), List.of(), Map.of());

    /** How many go from one state to another; {@code from} and {@code to} are codes or values the screen can show. */
    public record Move(String code, String from, String to, long count) {}
}
