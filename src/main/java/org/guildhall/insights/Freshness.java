package org.guildhall.insights;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How recent the copy is: it holds everything committed before {@code upTo} (absent until first filled) except what belongs
 * to transactions then running; {@code failure} says why the last attempt failed, if it did.
 */
public record Freshness(@Nullable Instant upTo, @Nullable String failure) {}
