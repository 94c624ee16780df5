package org.guildhall.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What had become, at an instant, of the value of an asset that was issued in one month and is valid into another.
 *
 * <p>Within a member's lot, what was issued first is used first; so what is left of a lot, and what lapses of it, is its
 * youngest part. What pays a debt at once never is in a lot and is left out. What was restored or extended counts as issued
 * anew then, and what was taken back in a later month counts as used.
 *
 * @param issuedIn first day of the month of issue
 * @param expiresIn first day of the month of the last valid day; absent for value that never expires
 * @param issued how much was issued
 * @param outstanding how much of it is left
 * @param lapsed how much of it lapsed unused
 */
public record Cohort(LocalDate issuedIn, @Nullable LocalDate expiresIn, long issued, long outstanding, long lapsed) {

    /** How much of it was used. */
    public long used() {
        return issued - outstanding - lapsed;
    }
}
