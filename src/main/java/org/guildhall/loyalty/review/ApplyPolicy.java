package org.guildhall.loyalty.review;

import java.time.LocalDate;

/**
 * Work to be done when a version comes into force.
 *
 * @param everybody whether it may move members who bought nothing since, as a standard for tiers may
 */
record ApplyPolicy(String kind, int version, LocalDate from, boolean everybody) {

    /** The same version is carried out once. */
    String key() {
        return kind + ":" + version;
    }
}
