package org.guildhall.intake.runs;

/** The two runs over a file. */
enum Run {
    CHECK,
    IMPORT
}
