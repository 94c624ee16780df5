package org.guildhall.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What one column seems to hold, judged by the rows looked at.
 *
 * @param name from the header, made unique; "column n" without a header
 * @param distinct how many different values were seen, counted up to {@link #COUNTED}
 */
@Schema(name = "ImportColumn")
public record ColumnProfile(
        String name, ColumnType type, long filled, long blank, long distinct, List<String> examples) {

    /** Different values are counted up to this many. */
    public static final int COUNTED = 1000;

    /** What the values of a column look like. */
    @Schema(enumAsRef = true, name = "ImportColumnType")
    public enum ColumnType {
        BLANK,
        WHOLE_NUMBER,
        DECIMAL_NUMBER,
        DATE,
        PHONE,
        EMAIL,
        TEXT
    }
}
