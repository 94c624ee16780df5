package org.guildhall.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.guildhall.intake.Layout;
import org.guildhall.intake.Layout.Packing;
import org.guildhall.intake.Layout.Shape;
import org.guildhall.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingTest {

    private static final String TABLE = "会员号,姓名,金额\n1001,\"王, 小明\",12.50\n1002,李雷,3\n";

    @TempDir
    Path folder;

    @Test
    void utf8_with_and_without_mark_utf16_and_gb18030_read_alike() throws IOException {
        for (var charset : List.of("UTF-8", "GB18030", "UTF-16LE")) {
            var mark = charset.equals("UTF-16LE") ? "\ufeff" : "";
            var file = write((mark + TABLE).getBytes(Charset.forName(charset)));
            var layout = LayoutDetection.detect(file, Limits.STANDARD);
            assertThat(layout).isEqualTo(new Layout(Packing.PLAIN, Shape.DELIMITED, charset, ",", true));
            assertThat(read(file, layout)).containsExactly("1:会员号|姓名|金额", "2:1001|王, 小明|12.50", "3:1002|李雷|3");
        }
        var marked = write(("\ufeff" + TABLE).getBytes(StandardCharsets.UTF_8));
        assertThat(read(marked, LayoutDetection.detect(marked, Limits.STANDARD)).getFirst())
                .isEqualTo("1:会员号|姓名|金额");
    }

    @Test
    void gzip_is_unpacked_and_a_bomb_is_refused() throws IOException {
        var packed = write(gzip(TABLE.getBytes(StandardCharsets.UTF_8)));
        var layout = LayoutDetection.detect(packed, Limits.STANDARD);
        assertThat(layout.packing()).isEqualTo(Packing.GZIP);
        assertThat(read(packed, layout)).hasSize(3);
        var bomb = write(gzip("a,b\n".repeat(100_000).getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> LayoutDetection.detect(bomb, new Limits(10_000, 10, 10, 10)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("intake.file-too-large");
    }

    @Test
    void each_delimiter_is_found_even_among_decimal_commas() throws IOException {
        for (var delimiter : List.of(",", ";", "\t", "|")) {
            var file = write(TABLE.replace(",12", delimiter + "12")
                    .replace("号,姓名,", "号" + delimiter + "姓名" + delimiter)
                    .replace("1001,", "1001" + delimiter)
                    .replace("1002,李雷,", "1002" + delimiter + "李雷" + delimiter)
                    .getBytes(StandardCharsets.UTF_8));
            assertThat(LayoutDetection.detect(file, Limits.STANDARD).delimiter())
                    .isEqualTo(delimiter);
        }
        var commas = write("id;date;paid\n1;2024-01-01;12,50\n2;2024-01-02;3,10\n".getBytes(StandardCharsets.UTF_8));
        assertThat(LayoutDetection.detect(commas, Limits.STANDARD).delimiter()).isEqualTo(";");
    }

    @Test
    void columns_aligned_by_spaces_have_no_header() throws IOException {
        var file = write(
                " 00004 0001 19970101  2   29.33\r\n 00004 0001 19970118  2   29.73\r\n 00021 0002 19970101 13    3.34\r\n"
                        .getBytes(StandardCharsets.UTF_8));
        var layout = LayoutDetection.detect(file, Limits.STANDARD);
        assertThat(layout.shape()).isEqualTo(Shape.ALIGNED);
        assertThat(layout.header()).isFalse();
        assertThat(read(file, layout)).contains("3:00021|0002|19970101|13|3.34");
    }

    @Test
    void row_numbers_count_blank_lines_and_lines_within_quotes() throws IOException {
        var file = write("a,b\n\n1,\"two\nlines\"\n\n2,x\n".getBytes(StandardCharsets.UTF_8));
        assertThat(read(file, LayoutDetection.detect(file, Limits.STANDARD)))
                .containsExactly("1:a|b", "3:1|two\nlines", "6:2|x");
    }

    @Test
    void a_workbook_gives_numbers_and_serial_days_as_typed() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            var sheet = book.newWorksheet("s");
            sheet.value(0, 0, "号");
            sheet.value(0, 1, "日期");
            sheet.value(0, 2, "金额");
            sheet.value(1, 0, 13800138000L);
            sheet.value(1, 1, java.time.LocalDate.of(2024, 3, 5));
            sheet.value(1, 2, 12.5);
            sheet.value(3, 0, "x");
        }
        var file = write(bytes.toByteArray());
        var layout = LayoutDetection.detect(file, Limits.STANDARD);
        assertThat(layout.shape()).isEqualTo(Shape.WORKBOOK);
        assertThat(read(file, layout)).containsExactly("1:号|日期|金额", "2:13800138000|45356|12.5", "4:x");
    }

    @Test
    void what_is_no_table_is_refused_with_its_problem() throws IOException {
        assertThat(problem(new byte[0])).contains("problem=empty");
        assertThat(problem(" \n\n".getBytes(StandardCharsets.UTF_8))).contains("problem=empty");
        assertThat(problem(new byte[] {1, 2, 3, 0, 5})).contains("problem=not-text");
        assertThat(problem(zip("readme.txt"))).contains("problem=not-a-workbook");
        var cut = gzip(TABLE.repeat(500).getBytes(StandardCharsets.UTF_8));
        assertThat(problem(java.util.Arrays.copyOf(cut, cut.length / 2))).contains("problem=damaged");
    }

    @Test
    void a_quote_that_is_never_closed_is_refused_with_its_row() throws IOException {
        var file = write(("a,b\n1,2\n2,\"open" + ",x\n".repeat(20_000)).getBytes(StandardCharsets.UTF_8));
        var layout = new Layout(Packing.PLAIN, Shape.DELIMITED, "UTF-8", ",", true);
        assertThatThrownBy(() -> read(file, layout)).hasMessageContaining("unclosed-quote");
    }

    private String problem(byte[] bytes) throws IOException {
        var file = write(bytes);
        try {
            return LayoutDetection.detect(file, Limits.STANDARD).toString();
        } catch (Refusal refusal) {
            return String.valueOf(refusal.getMessage());
        }
    }

    private static List<String> read(Path file, Layout layout) {
        var read = new ArrayList<String>();
        try (var rows = Rows.open(file, layout, Limits.STANDARD)) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                var cells = new ArrayList<String>();
                for (int i = 0; i < row.cells().size(); i++) {
                    cells.add(row.cell(i));
                }
                read.add(row.number() + ":" + String.join("|", cells));
            }
        }
        return read;
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "table", ".bin"), bytes);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] zip(String entry) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(1);
            zip.closeEntry();
        }
        return out.toByteArray();
    }
}
