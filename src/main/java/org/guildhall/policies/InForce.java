package org.guildhall.policies;

import java.time.LocalDate;
import org.guildhall.kernel.Explanation;

/** A policy as it is in force on some day: its value, its version (0 = the built-in default), first day and clause. */
public record InForce<P extends Record>(String kind, P policy, int version, LocalDate effectiveFrom, String clause) {

    /** The rule as an explanation names it. */
    public Explanation.Source source() {
        return new Explanation.Source(kind, version, effectiveFrom, clause);
    }
}
