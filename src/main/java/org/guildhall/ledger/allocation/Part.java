package org.guildhall.ledger.allocation;

import java.time.LocalDate;
import org.guildhall.ledger.Contra;

/** A change of one lot and, by the opposite amount, of one programme account. */
public record Part(LocalDate lot, Contra contra, long amount) {}
