package org.guildhall.lottery;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * A draw and what became of it.
 *
 * @param participant the member's opaque number in this lottery
 * @param number the member's how-many-th draw in it
 * @param ticket from 0 to 999 999
 * @param drawn the prize whose ticket it was
 * @param given the prize given: that one, or the consolation where its stock was used up
 * @param award the coupon or the mall's order that was won
 * @param announced whether the prize is worth so much that its winning is made public
 */
@Schema(name = "LotteryDraw")
public record DrawView(
        UUID id,
        OfLottery lottery,
        MemberId member,
        String participant,
        int number,
        int ticket,
        Won drawn,
        Won given,
        boolean free,
        long points,
        State state,
        @Nullable UUID award,
        @Nullable LocalDate collectBy,
        boolean announced,
        @Nullable UnitId store,
        Instant drawnAt,
        String actor,
        @Nullable Ending ending) {

    /** The lottery in a word. */
    @Schema(name = "LotteryOfDraw")
    public record OfLottery(UUID id, String code, String name) {}

    /** A prize in a word. */
    @Schema(name = "LotteryPrizeOfDraw")
    public record Won(String code, String name, Award award, Money worth) {}

    /** How it ended. */
    @Schema(name = "LotteryDrawEnding")
    public record Ending(@Nullable UnitId store, @Nullable String reason, Instant at, String actor) {}

    /** Where a draw stands. */
    @Schema(name = "LotteryDrawState", enumAsRef = true)
    public enum State {
        /** Its prize was given at once. */
        @JsonProperty("given")
        GIVEN,
        /** Its thing waits to be picked up. */
        @JsonProperty("waiting")
        WAITING,
        /** Its thing was handed out. */
        @JsonProperty("handed-out")
        HANDED_OUT,
        /** It was cancelled, and what it cost came back. */
        @JsonProperty("cancelled")
        CANCELLED;

        /** The code in JSON and in files. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
