package org.guildhall.coupons;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/** Coupons that members win, inside the transaction in which they do and under its own permissions. */
public interface PrizeCoupons {

    /** The act it belongs to: under which key, when, and why. */
    record Occasion(String key, Instant at, String reason) {}

    /** What is to be won until a day: how many in all, and how many by one member at most. */
    record Wanted(long coupons, @Nullable Integer perMember, LocalDate lastDay) {}

    /** The code of why the batch does not bear that; nothing if it does. */
    Optional<String> hindrance(UUID batch, Wanted wanted);

    /** Issues one coupon of the batch to the member; which. */
    UUID issue(UUID batch, MemberId member, Occasion occasion);

    /** Takes it away again; refused {@code coupons.not-usable} if it was used. */
    void withdraw(UUID coupon, Occasion occasion);
}
