package org.guildhall.lottery;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lottery as it stands.
 *
 * @param commitment SHA-256 of the seed, in hexadecimal, from the publication on
 * @param termsHash SHA-256 of the terms as published
 * @param seed the seed, in hexadecimal, once it is revealed
 * @param revealOn the day on which the seed is revealed at the latest
 */
@Schema(name = "Lottery")
public record LotteryView(
        UUID id,
        State state,
        LotteryDetails details,
        Counts counts,
        @Nullable String commitment,
        @Nullable String termsHash,
        @Nullable String seed,
        @Nullable LocalDate revealOn,
        List<Move> moves,
        int version,
        Instant changedAt) {

    /** Where a lottery stands. */
    @Schema(name = "LotteryState", enumAsRef = true)
    public enum State {
        /** Being prepared. */
        @JsonProperty("draft")
        DRAFT,
        /** Terms and commitment are public and stay as they are; nobody draws yet. */
        @JsonProperty("published")
        PUBLISHED,
        /** Members draw on its days. */
        @JsonProperty("open")
        OPEN,
        /** Nobody draws any more. */
        @JsonProperty("closed")
        CLOSED,
        /** The seed is public. */
        @JsonProperty("revealed")
        REVEALED;

        /** The code in JSON and in the database. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads the code. */
        public static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * What was drawn.
     *
     * @param draws cancelled ones included
     * @param points what the draws that stand cost
     */
    @Schema(name = "LotteryCounts")
    public record Counts(long draws, long cancelled, long members, long points, List<OfPrize> prizes) {}

    /**
     * What became of a prize.
     *
     * @param drawn how many tickets fell on it
     * @param given how often it was given, as a consolation too
     * @param left how many are left; absent where there is no stock
     */
    @Schema(name = "LotteryPrizeCounts")
    public record OfPrize(
            String code, long drawn, long given, @Nullable Long left) {}

    /** A state it came into. */
    @Schema(name = "LotteryMove")
    public record Move(State state, @Nullable String reason, Instant recordedAt, String actor) {}
}
