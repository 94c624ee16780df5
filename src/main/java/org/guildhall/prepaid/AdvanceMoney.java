package org.guildhall.prepaid;

import java.time.LocalDate;
import org.guildhall.kernel.Money;

/**
 * Money that a module was paid in advance, beside stored value; each tells how much, and it counts against the cap. What it takes
 * it asks {@link AdvanceIntake} for.
 */
public interface AdvanceMoney {

    /** What it was paid for. */
    PaidFor what();

    /** How much was held at the end of a day, by what is known now. */
    Money heldAt(LocalDate day);

    /** By how much what is held has changed on a day, by what is known now; asked each time money comes in, so answered quickly. */
    Money movedOn(LocalDate day);

    /** The most that is taken at once on a day. */
    Money mostAtOnce(LocalDate day);
}
