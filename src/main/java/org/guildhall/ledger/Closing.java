package org.guildhall.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a month was closed, or opened again.
 *
 * @param month its first day
 * @param undoes the number of the close that this opens again
 * @param undoneBy the number of the act that opened this close again
 * @param figures what the books came to, as kept; none for an opening
 */
public record Closing(
        long number,
        Act act,
        LocalDate month,
        @Nullable Long undoes,
        @Nullable Long undoneBy,
        String reason,
        String actor,
        String actorName,
        Instant recordedAt,
        List<PeriodFigure> figures) {

    /** Copies the list. */
    public Closing {
        figures = List.copyOf(figures);
    }

    /** What was done. */
    @Schema(name = "ClosingAct", enumAsRef = true)
    public enum Act {
        /** The month was closed. */
        @JsonProperty("close")
        CLOSE,
        /** A closed month was opened again. */
        @JsonProperty("reopen")
        REOPEN
    }
}
