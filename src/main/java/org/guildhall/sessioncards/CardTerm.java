package org.guildhall.sessioncards;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The days of a card of unlimited use.
 *
 * @param days as bought
 * @param left after today
 * @param daily how often at most it is used a day; absent if as often as the member comes
 */
@Schema(name = "SessionCardTerm")
public record CardTerm(int days, int left, @Nullable Integer daily) {}
