package org.guildhall.prepaid;

import java.time.LocalDate;
import org.guildhall.kernel.Money;

/** Money that a module was paid in advance, beside stored value; each tells how much, and it counts against the cap. */
public interface AdvanceMoney {

    /** What it was paid for. */
    PaidFor what();

    /** How much was held at the end of a day, by what is known now. */
    Money heldAt(LocalDate day);
}
