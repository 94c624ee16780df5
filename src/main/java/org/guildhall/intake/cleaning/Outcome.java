package org.guildhall.intake.cleaning;

import java.util.List;
import org.guildhall.intake.Rejection;
import org.jspecify.annotations.Nullable;

/** What became of a row: a clean fact, left out as the settings say, or rejected with every rule it breaks. */
public sealed interface Outcome<T> {

    /** A clean fact. */
    record Clean<T>(T fact) implements Outcome<T> {}

    /** Left out without being an error. */
    record Left<T>() implements Outcome<T> {}

    /** Rejected; the number of the purchase it belongs to, if it can be read, so that the purchase is not half taken. */
    record Rejected<T>(List<Rejection> rejections, @Nullable String purchase) implements Outcome<T> {}
}
