package org.guildhall.loyalty;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * An occasion that is no purchase: the fact as it is stated, identified for ever by source and number. Time is kept to the
 * microsecond, as the books keep it.
 *
 * @param about what it was about: the survey, or the identifier of the member who was brought
 */
public record OccasionFact(
        OccasionKind kind,
        String source,
        String number,
        MemberId member,
        Instant occurredAt,
        @Nullable UnitId store,
        @Nullable String about) {

    /** The source of what the house itself concludes: completed profiles and members brought. */
    public static final String OWN_SOURCE = "guildhall";

    public OccasionFact {
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** The member who was brought. */
    public MemberId referred() {
        return MemberId.of(java.util.UUID.fromString(java.util.Objects.requireNonNull(about)));
    }
}
