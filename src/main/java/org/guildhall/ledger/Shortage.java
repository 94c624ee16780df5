package org.guildhall.ledger;

/** What happens to the part of a claw-back that the member no longer has. */
public enum Shortage {
    /** The member owes it; what comes in later pays it first. */
    DEBT,
    /** The company bears it. */
    LOSS
}
