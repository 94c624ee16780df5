package org.guildhall.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetsTest {

    private static final int ROWS_OF_A_SHEET = 1_048_576;

    @TempDir
    Path folder;

    @Test
    void what_is_more_than_a_sheet_holds_goes_on_in_the_next() throws IOException {
        var file = folder.resolve("long.xlsx");
        try (var out = Files.newOutputStream(file)) {
            Sheets.write(Sheets.Format.XLSX, out, List.of("n"), rows -> {
                for (int i = 1; i <= ROWS_OF_A_SHEET + 1; i++) {
                    rows.accept(List.of(i));
                }
            });
        }
        try (var zip = new ZipFile(file.toFile());
                var second = zip.getInputStream(zip.getEntry("xl/worksheets/sheet2.xml"))) {
            assertThat(zip.getEntry("xl/worksheets/sheet3.xml")).isNull();
            var text = new String(second.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(text).contains("<v>1048576</v>", "<v>1048577</v>").doesNotContain("<v>1048575</v>");
        }
    }
}
