package org.guildhall.loyalty;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * Record that a member came, answered a survey or brought somebody; that a profile is complete the house sees itself.
 *
 * @param source the system it comes from; with the number it is the occasion's key; absent: the idempotency key is
 * @param occurredAt when it happened; absent: now
 * @param survey name or number of the survey that was answered; one counts once
 * @param referred who was brought; somebody is brought once, which is the key of this kind
 */
@Schema(name = "RecordOccasion")
public record RecordOccasion(
        @NotNull OccasionKind kind,
        @NotNull MemberId member,
        @Nullable @Size(min = 1, max = 40) String source,
        @Nullable @Size(min = 1, max = 100) String number,
        @Nullable Instant occurredAt,
        @Nullable UnitId store,
        @Nullable @Size(min = 1, max = 100) String survey,
        @Nullable MemberId referred) {

    /** Whether it brings a key of its own. */
    @JsonIgnore
    @Schema(hidden = true)
    public boolean isKeyed() {
        return (source != null && number != null) || kind == OccasionKind.REFERRAL;
    }

    /** The occasion as a fact, keyed by the given source and number where the command has none. */
    public OccasionFact fact(String fallbackSource, String fallbackNumber, Instant now) {
        boolean own = source != null && number != null;
        return new OccasionFact(
                kind,
                own ? java.util.Objects.requireNonNull(source) : fallbackSource,
                own ? java.util.Objects.requireNonNull(number) : fallbackNumber,
                member,
                occurredAt == null ? now : occurredAt,
                store,
                referred == null ? survey : referred.toString());
    }
}
