package org.guildhall.policies;

import java.time.LocalDate;

/**
 * The policies in force. Reading is cheap and needs no permission: it is asked by code that applies rules, with results kept
 * until the next publication.
 */
public interface Policies {

    /** What is in force on a day: the latest version whose first day has come, else the kind's default as version 0. */
    default <P extends Record> InForce<P> inForce(PolicyKind<P> kind, LocalDate on) {
        return timeline(kind).at(on);
    }

    /**
     * The version that decided something, as its number was kept with it: on a day on which another is published for the same
     * day, the day doesn't tell which one it was.
     */
    default <P extends Record> InForce<P> version(PolicyKind<P> kind, int version) {
        return timeline(kind).version(version);
    }

    /** All versions by first day, withdrawn ones left out; an immutable snapshot. */
    <P extends Record> PolicyTimeline<P> timeline(PolicyKind<P> kind);
}
