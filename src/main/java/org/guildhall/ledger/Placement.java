package org.guildhall.ledger;

import org.guildhall.kernel.Actor;

/** What became of one of many holds that were asked for together. */
public sealed interface Placement {

    /** The value is set aside, now or by an earlier call with the same key. */
    record Placed(Hold hold, boolean replayed) implements Placement {}

    /** Nothing was set aside for this one. */
    record Refused(LedgerRefusal reason) implements Placement {}

    /** A hold with who asks for it. */
    record Wish(PlaceHold hold, Actor by) {}
}
