package org.guildhall.lottery;

import org.jspecify.annotations.Nullable;

/**
 * A draw with the pick-up code of what it won, which is shown here and never again: {@code code} is absent where nothing is to be
 * picked up by one of ours, and when the key was known and nothing was drawn now ({@code replayed}).
 */
public record Drawn(DrawView draw, @Nullable String code, boolean replayed) {}
