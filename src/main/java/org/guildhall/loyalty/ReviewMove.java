package org.guildhall.loyalty;

import java.time.LocalDate;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * What a run of reviews did to one member.
 *
 * @param dueOn the day that was due
 * @param reviewedOn the day of the review held or postponed; absent when only a manual tier ended
 * @param nextDue the next day due after it
 */
public record ReviewMove(
        MemberId member,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate reviewedOn,
        String tierBefore,
        String tierAfter,
        @Nullable LocalDate nextDue) {}
