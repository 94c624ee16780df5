package org.guildhall.cashback;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** Credit what may be credited on this day or was before. */
public record SettleRebates(@NotNull LocalDate through) {}
