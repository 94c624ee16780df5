package org.guildhall.sessioncards;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Money;

/**
 * What is owed to members on session cards: the part of the price that stands for sessions not yet used, whether or not the card's
 * last day is over, because what is left then is extended or refunded; and of cards of unlimited use the part that stands for the
 * days to come.
 *
 * @param cards with sessions or days left
 * @param sessions left, those kept for bookings included
 * @param days left of cards of unlimited use
 * @param products the same by card as it is sold; those with nothing left are left out
 */
@Schema(name = "SessionCardLiability")
public record CardsOwed(long cards, long sessions, long days, Money owed, List<Line> products, Explanation why) {

    /** Copies the list. */
    public CardsOwed {
        products = List.copyOf(products);
    }

    /**
     * The cards of one product.
     *
     * @param days left, of cards of unlimited use; they have no number of sessions
     * @param paid for these cards
     * @param used the part of it that stands for used sessions or days
     * @param owed paid less used
     */
    @Schema(name = "SessionCardLiabilityLine")
    public record Line(
            UUID product, String name, long cards, long sessions, long days, Money paid, Money used, Money owed) {}
}
