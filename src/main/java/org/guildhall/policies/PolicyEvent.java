package org.guildhall.policies;

import java.time.LocalDate;

/** What happens to policies. */
public sealed interface PolicyEvent {

    /** A version was published. */
    record PolicyPublished(String kind, int version, LocalDate effectiveFrom) implements PolicyEvent {}

    /** A version was taken back before its first day. */
    record PolicyWithdrawn(String kind, int version, LocalDate effectiveFrom) implements PolicyEvent {}
}
