package org.guildhall.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How doubtful values are read and what becomes of rows that the house does not expect.
 *
 * @param source the business system the file comes from; with the purchase number it identifies a purchase for ever
 * @param currency currency of amounts that name none
 * @param differingRows what becomes of different rows about one member's period of points; absent: they are refused
 * @param pointsExpireOn day on which what is left of the points taken over lapses; absent: never
 */
public record ImportSettings(
        @NotNull @Size(min = 1, max = 40) String source,
        @NotNull DateOrder dateOrder,
        @NotNull DecimalSign decimalSign,
        @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
        @NotNull BlankAmounts blankAmounts,
        @NotNull NegativeAmounts negativeAmounts,
        @NotNull IdenticalRows identicalRows,
        @NotNull UnknownBuyers unknownBuyers,
        @NotNull UnknownStores unknownStores,
        @NotNull KnownMembers knownMembers,
        @Nullable DifferingRows differingRows,
        @Nullable LocalDate pointsExpireOn) {

    /** Chinese conventions; what is doubtful is rejected, unknown buyers become stub members. */
    public static ImportSettings standard(String source) {
        return new ImportSettings(
                source,
                DateOrder.DAY_FIRST,
                DecimalSign.POINT,
                "CNY",
                BlankAmounts.REJECT,
                NegativeAmounts.REJECT,
                IdenticalRows.DROP,
                UnknownBuyers.STUB,
                UnknownStores.WITHOUT_STORE,
                KnownMembers.UPDATE,
                DifferingRows.REFUSE,
                null);
    }

    /** The same for a file of another system. */
    public ImportSettings from(String other) {
        return new ImportSettings(
                other,
                dateOrder,
                decimalSign,
                currency,
                blankAmounts,
                negativeAmounts,
                identicalRows,
                unknownBuyers,
                unknownStores,
                knownMembers,
                differingRows,
                pointsExpireOn);
    }

    /** The rule for rows that tell one member's period differently; nothing of it is taken if none was chosen. */
    public DifferingRows differing() {
        return differingRows == null ? DifferingRows.REFUSE : differingRows;
    }

    /** Which of two doubtful numbers of a date is the day; a date that starts with a four-digit year is never doubtful. */
    @Schema(enumAsRef = true)
    public enum DateOrder {
        DAY_FIRST,
        MONTH_FIRST
    }

    /** The sign before the decimals; the other one of the two groups thousands. */
    @Schema(enumAsRef = true)
    public enum DecimalSign {
        POINT,
        COMMA
    }

    /** What becomes of a row without an amount. */
    @Schema(enumAsRef = true)
    public enum BlankAmounts {
        REJECT,
        ZERO,
        /** The row is left out without being an error. */
        SKIP
    }

    /** What becomes of a row with a negative amount. */
    @Schema(enumAsRef = true)
    public enum NegativeAmounts {
        REJECT,
        /** The row is a return of the purchase it names. */
        RETURN
    }

    /** What becomes of a row that is equal to an earlier one in every cell. */
    @Schema(enumAsRef = true)
    public enum IdenticalRows {
        DROP,
        /** It counts as another purchase or line. */
        KEEP
    }

    /** What becomes of a purchase whose buyer is not a member. */
    @Schema(enumAsRef = true)
    public enum UnknownBuyers {
        /** A member without name and phone is entered, to be completed later. */
        STUB,
        REJECT
    }

    /** What becomes of a row whose store code is not in the organisation. */
    @Schema(enumAsRef = true)
    public enum UnknownStores {
        /** It is taken without a store, and the code is reported. */
        WITHOUT_STORE,
        REJECT
    }

    /** What becomes of a row about a member whom the house knows. */
    @Schema(enumAsRef = true)
    public enum KnownMembers {
        /** Filled cells replace the member's values. */
        UPDATE,
        /** The member stays as it is. */
        KEEP
    }

    /** What becomes of rows that say different things of one member's points in one period. */
    @Schema(enumAsRef = true)
    public enum DifferingRows {
        /** Each is a part of the period: they are added up. */
        SUM,
        /** The one that earned more counts; if equal, the one that redeemed more, then the one of which more lapsed. */
        LARGER,
        /** Nobody knows which is right: none is taken. */
        REFUSE
    }
}
