package org.guildhall.members;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.guildhall.access.Permission;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * A module that keeps data about members and so takes part in their timeline and in erasure. Every module with a table that
 * has a {@code member_id} column registers one bean; a test fails otherwise.
 */
public interface Participant {

    /** The module's name, as its schema and package. */
    String module();

    /** The kinds of timeline entries this module tells. */
    Set<String> kinds();

    /** What somebody must be permitted, for the member, to be told of entries of this kind; wherever else the same is shown asks for it too. */
    Permission permission(String kind);

    /** The module's part of a member's timeline, as the query says; never more than its limit. */
    List<TimelineEntry> timeline(MemberId member, TimelineQuery query);

    /** Until when this module must keep the member's personal values by law; null if it need not. */
    default @Nullable LocalDate keepsUntil(MemberId member) {
        return null;
    }

    /** Clears personal values this module holds outside the vault; amounts and dates stay. Inside the eraser's transaction. */
    default void erase(MemberId member) {}
}
