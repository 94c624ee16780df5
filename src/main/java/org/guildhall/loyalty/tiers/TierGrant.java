package org.guildhall.loyalty.tiers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tier given by hand, from an instant until the end of a day or without end. */
public record TierGrant(
        UUID id, String tier, Instant from, @Nullable LocalDate until) {}
