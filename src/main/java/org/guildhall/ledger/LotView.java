package org.guildhall.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An amount with one expiry; {@code expiresOn} is absent for value that never expires, {@code owed} marks debt (negative). */
public record LotView(long amount, @Nullable LocalDate expiresOn, boolean owed) {}
