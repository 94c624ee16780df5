package org.guildhall.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What a file seems to contain: its layout, its columns, its first rows, and how it could be mapped.
 *
 * @param rowsLookedAt rows behind the column profiles, {@link #LOOKED_AT} at most
 */
@Schema(name = "ImportProfile")
public record Profile(
        Layout layout,
        List<ColumnProfile> columns,
        long rowsLookedAt,
        List<SampleRow> sample,
        ImportKind kind,
        Mapping mapping,
        ImportSettings settings) {

    /** The most rows that are looked at. */
    public static final int LOOKED_AT = 20_000;

    /** The rows shown. */
    public static final int SHOWN = 20;

    /** A row as it stands in the file. */
    @Schema(name = "ImportSampleRow")
    public record SampleRow(long row, List<String> cells) {}

    /** The same profile with other proposals. */
    public Profile proposing(PrepareImport plan) {
        return new Profile(layout, columns, rowsLookedAt, sample, plan.kind(), plan.mapping(), plan.settings());
    }

    /** The names of the columns, in order. */
    public List<String> columnNames() {
        return columns.stream().map(ColumnProfile::name).toList();
    }
}
