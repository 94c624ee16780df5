package org.guildhall.cashback.acts;

import java.time.LocalDate;

/**
 * Rules that came into force on a day of which purchases were counted already.
 *
 * @param kind of the rules
 * @param version of that kind
 * @param from the day
 */
record RecountSince(String kind, int version, LocalDate from) {

    /** The same version is carried out once. */
    String key() {
        return kind + ":" + version;
    }
}
