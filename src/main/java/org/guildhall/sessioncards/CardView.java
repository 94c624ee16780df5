package org.guildhall.sessioncards;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.guildhall.prepaid.PaymentMethod;
import org.jspecify.annotations.Nullable;

/**
 * A card as it stands today.
 *
 * @param store where it was sold
 * @param stores where it is used; everywhere if none is named
 * @param named whether the member's identity was known at the sale
 * @param days how long it is good for; absent without an end
 * @param term of a card of unlimited use
 * @param lastDay absent without an end, or before the first use
 * @param owed the part of the price that stands for sessions or days left
 * @param notices what was noticed when it was sold; {@code advance-cap} where its price came in above the cap of money paid in advance
 */
@Schema(name = "SessionCard")
public record CardView(
        UUID id,
        MemberId member,
        UUID product,
        String name,
        State state,
        Money price,
        PaymentMethod method,
        @Nullable String reference,
        UnitId store,
        List<UnitId> stores,
        boolean named,
        ProductDetails.Starts starts,
        @Nullable Integer days,
        @Nullable LocalDate lastDay,
        List<Share> shares,
        @Nullable CardTerm term,
        Money owed,
        Instant soldAt,
        String actor,
        List<String> notices) {

    /** Copies the lists. */
    public CardView {
        stores = List.copyOf(stores);
        shares = List.copyOf(shares);
        notices = List.copyOf(notices);
    }

    /**
     * The sessions of one service on a card.
     *
     * @param sessions absent on a card of unlimited use, and so is what is left
     * @param price their part of the card's price
     * @param left neither used nor kept for a booking nor given back
     * @param held kept for bookings
     */
    @Schema(name = "SessionCardShare")
    public record Share(
            UUID service,
            String name,
            @Nullable Integer sessions,
            Money price,
            int used,
            int held,
            int givenBack,
            @Nullable Integer left) {}

    /** Whether it is used. */
    @Schema(name = "SessionCardState", enumAsRef = true)
    public enum State {
        /** Sessions are left or booked. */
        @JsonProperty("open")
        OPEN,
        /** Sessions are left, but its last day is over: extended without charge, or refunded. */
        @JsonProperty("over")
        OVER,
        /** Every session was used, or the days of a card of unlimited use are over. */
        @JsonProperty("used-up")
        USED_UP,
        /** What was left was given back. */
        @JsonProperty("refunded")
        REFUNDED;

        /** The code in JSON. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
