package org.guildhall.benefits.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.guildhall.members.Birthday;
import org.jspecify.annotations.Nullable;

/**
 * What decides about a member's benefits at an instant.
 *
 * @param tierSteps how many steps of the tier history the tier was read from
 * @param given plans and personal benefits that were not revoked then
 */
public record Holder(
        boolean active,
        @Nullable String tier,
        int tierSteps,
        LocalDate joinedOn,
        @Nullable Birthday birthday,
        List<Given> given) {

    /** Copies the list. */
    public Holder {
        given = List.copyOf(given);
    }

    /** A plan or a benefit given by hand. */
    public record Given(
            UUID id,
            boolean plan,
            String code,
            LocalDate firstDay,
            @Nullable LocalDate lastDay,
            String reason) {

        /** Whether it entitles on the day. */
        public boolean runs(LocalDate day) {
            return !day.isBefore(firstDay) && (lastDay == null || !day.isAfter(lastDay));
        }
    }
}
