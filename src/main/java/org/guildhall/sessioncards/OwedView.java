package org.guildhall.sessioncards;

import io.swagger.v3.oas.annotations.media.Schema;
import org.guildhall.kernel.Money;

/**
 * What is owed to members on the cards sold at the stores within reach: cards with something left, how many sessions, how many
 * days of cards of unlimited use, and the part of their price.
 */
@Schema(name = "SessionCardsOwed")
public record OwedView(long cards, long sessions, long days, Money owed) {}
