package org.guildhall.intake.cleaning;

import org.guildhall.intake.reading.Row;

/** The pure step from a row to a clean fact of one kind. */
public interface Cleaning<T> {

    /** What becomes of the row. */
    Outcome<T> clean(Row row);

    /** What all facts of one member have in common. */
    String partitionKey(T fact);
}
