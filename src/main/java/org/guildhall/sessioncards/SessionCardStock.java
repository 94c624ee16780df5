package org.guildhall.sessioncards;

import java.time.LocalDate;

/** Tells what was owed on session cards at the end of a day, and what was sold in a period. For code: the module that shows it checks who may. */
public interface SessionCardStock {

    /** As of what had occurred until then. */
    CardsOwed owed(LocalDate asOf);

    /** The cards sold from one day through another. */
    CardsSold sold(LocalDate from, LocalDate through);
}
