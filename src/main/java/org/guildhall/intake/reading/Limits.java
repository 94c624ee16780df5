package org.guildhall.intake.reading;

/** The bounds within which a file is read; beyond them it is refused rather than half read. */
public record Limits(long unpackedBytes, long rows, int columns, int cellCharacters) {

    /** 2 GiB unpacked, 10 000 000 rows, 200 columns, 32 767 characters a cell (Excel's own bound). */
    public static final Limits STANDARD = new Limits(2L << 30, 10_000_000, 200, 32_767);
}
