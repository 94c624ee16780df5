package org.guildhall.prepaid;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is held of money paid in advance, against the rules for the company's class of issuer.
 *
 * @param held all of it: what members paid in and did not use yet, bonus left out, with what is locked
 * @param parts what it was paid for
 * @param cap the most that may be held; null while no income of a fiscal year is known
 * @param ending the end of honouring, once it is announced
 * @param why how cap and custody come about
 */
@Schema(name = "AdvanceView")
public record AdvanceView(
        LocalDate day,
        IssuerPolicy.IssuerClass issuer,
        Money held,
        List<Part> parts,
        @Nullable Cap cap,
        Custody custody,
        IssuerPolicy.@Nullable Ending ending,
        Explanation why) {

    /** Copies the list. */
    public AdvanceView {
        parts = List.copyOf(parts);
    }

    /** What was paid in advance for one kind of thing. */
    @Schema(name = "AdvancePart")
    public record Part(PaidFor what, Money held) {}

    /**
     * The cap and what is used of it.
     *
     * @param most so much of the income may be held
     * @param left how much more may come in; none when it is used up
     * @param usedPercent share of it that is used, to one decimal, rounded up
     * @param yearEnd last day of the fiscal year it is figured from
     * @param outdated whether a later fiscal year is over whose income is not known
     * @param beyond what becomes of a top-up or a session card that would exceed it
     */
    @Schema(name = "AdvanceCap")
    public record Cap(
            Nearness state,
            int percent,
            Money income,
            LocalDate yearEnd,
            boolean outdated,
            Money most,
            Money left,
            BigDecimal usedPercent,
            int warnFromPercent,
            IssuerPolicy.Beyond beyond) {}

    /**
     * What has to be in custody.
     *
     * @param balance what was held at the end of the last quarter
     * @param least at least so much of it
     */
    @Schema(name = "AdvanceCustody")
    public record Custody(int percent, LocalDate quarterEnd, Money balance, Money least) {}

    /** How near the cap is. */
    @Schema(name = "AdvanceNearness", enumAsRef = true)
    public enum Nearness {
        /** Below the share from which on it is pointed out. */
        @JsonProperty("within")
        WITHIN,
        /** At or above that share. */
        @JsonProperty("near")
        NEAR,
        /** Above the cap. */
        @JsonProperty("beyond")
        BEYOND
    }
}
