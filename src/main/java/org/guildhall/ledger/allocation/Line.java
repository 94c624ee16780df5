package org.guildhall.ledger.allocation;

import java.time.LocalDate;
import org.guildhall.ledger.Contra;

/** Where an allocated amount stands: for which movements, on which lot, against which programme account. */
public record Line(Family family, LocalDate lot, Contra contra) {}
