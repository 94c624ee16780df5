package org.guildhall.members;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where parcels for a member go; stale when nobody confirmed it for as long as the contact policy says. */
public record DeliveryAddress(
        String recipient,
        String mobile,
        Address address,
        boolean preferred,
        @Nullable LocalDate confirmedOn) {}
