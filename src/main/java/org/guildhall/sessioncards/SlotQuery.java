package org.guildhall.sessioncards;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;

/** When a service can be booked at a store on a day. */
public record SlotQuery(
        @NotNull UUID store, @NotNull UUID service, @NotNull LocalDate day) {}
