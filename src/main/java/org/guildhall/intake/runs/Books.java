package org.guildhall.intake.runs;

import org.springframework.stereotype.Component;

/** What is written down of imports: themselves, their batches, and what came before them. */
@Component
record Books(ImportStore imports, BatchStore batches, EarlierStore earlier) {}
