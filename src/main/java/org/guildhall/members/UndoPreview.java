package org.guildhall.members;

import java.util.List;
import org.guildhall.kernel.MemberId;

/**
 * What undoing a batch would do: members annulled, changes set back, and values changed since that will stay, with the first
 * of those members.
 */
public record UndoPreview(long registrations, long changes, long changedSince, List<MemberId> firstChangedSince) {

    /** How many of a kind are named. */
    public static final int NAMED = 5;
}
