package org.guildhall.loyalty.earning;

/** What a purchase earns: whole points and whole growth value. */
public record Earned(long points, long growth) {

    /** Nothing. */
    public static final Earned NOTHING = new Earned(0, 0);
}
