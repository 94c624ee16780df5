package org.guildhall.loyalty;

import org.jspecify.annotations.Nullable;

/**
 * The tier a member had at an instant, as known after some steps of the tier history.
 *
 * @param tier absent before the first step
 * @param steps after how many
 */
public record TierThen(@Nullable String tier, int steps) {}
