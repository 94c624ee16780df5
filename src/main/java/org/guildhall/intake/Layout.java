package org.guildhall.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * How a file is laid out: packing, shape, encoding, the sign between cells and whether the first row names the columns.
 *
 * @param charset IANA name of the encoding; UTF-8 for workbooks
 * @param delimiter one character, used by {@link Shape#DELIMITED} only
 */
public record Layout(
        @NotNull Packing packing,
        @NotNull Shape shape,
        @NotNull @Size(max = 20) String charset,
        @NotNull @Size(min = 1, max = 1) String delimiter,
        boolean header) {

    /** How the bytes are packed. */
    @Schema(enumAsRef = true, name = "ImportPacking")
    public enum Packing {
        PLAIN,
        GZIP
    }

    /** How rows and cells are told apart. */
    @Schema(enumAsRef = true, name = "ImportShape")
    public enum Shape {
        /** RFC 4180 with any one-character delimiter. */
        DELIMITED,
        /** Columns set apart by runs of spaces. */
        ALIGNED,
        /** The first sheet of an XLSX workbook. */
        WORKBOOK
    }
}
