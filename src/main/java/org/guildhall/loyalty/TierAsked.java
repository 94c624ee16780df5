package org.guildhall.loyalty;

import java.time.Instant;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * Whose tier is asked for, and at which instant.
 *
 * @param steps as known after so many steps of the tier history; after all of them if absent
 */
public record TierAsked(
        MemberId member, Instant at, @Nullable Integer steps) {}
