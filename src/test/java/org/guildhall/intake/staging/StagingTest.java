package org.guildhall.intake.staging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.guildhall.intake.FieldSource;
import org.guildhall.intake.ImportField;
import org.guildhall.intake.ImportKind;
import org.guildhall.intake.ImportSettings;
import org.guildhall.intake.ImportSettings.IdenticalRows;
import org.guildhall.intake.Mapping;
import org.guildhall.intake.Rejection;
import org.guildhall.intake.Rule;
import org.guildhall.intake.cleaning.Buyer;
import org.guildhall.intake.cleaning.FieldColumns;
import org.guildhall.intake.cleaning.PurchaseCleaning;
import org.guildhall.intake.cleaning.PurchaseRow;
import org.guildhall.intake.reading.LayoutDetection;
import org.guildhall.intake.reading.Limits;
import org.guildhall.intake.reading.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingTest {

    private static final Mapping MAPPING = Mapping.of(
            FieldSource.of(ImportField.MEMBER_NUMBER, "buyer"),
            FieldSource.of(ImportField.PURCHASE_NUMBER, "no"),
            FieldSource.of(ImportField.OCCURRED_AT, "at"),
            FieldSource.of(ImportField.AMOUNT, "paid"));

    @TempDir
    Path folder;

    @Test
    void all_rows_of_a_member_come_into_one_batch_and_none_is_lost() throws IOException {
        var text = new StringBuilder("buyer,no,at,paid\n");
        for (int i = 0; i < 5000; i++) {
            text.append("m")
                    .append(i % 700)
                    .append(",n")
                    .append(i)
                    .append(",2024-01-01,")
                    .append(i)
                    .append(".5\n");
        }
        var stage = stage(text.toString(), 8);
        var staged = Objects.requireNonNull(stage.staged());
        assertThat(staged.read()).isEqualTo(5000);
        Map<String, Integer> batchOf = new HashMap<>();
        var numbers = new TreeSet<String>();
        for (int batch = 0; batch < 8; batch++) {
            assertThat(staged.rowsByBatch().get(batch)).isBetween(300, 1000);
            for (var row :
                    stage.batch(batch, staged.rowsByBatch().get(batch), new PurchaseCodec(ImportField.MEMBER_NUMBER))) {
                assertThat(batchOf.computeIfAbsent(row.buyer().key(), buyer -> -1))
                        .isIn(-1, batch);
                batchOf.put(row.buyer().key(), batch);
                numbers.add(String.valueOf(row.number()));
            }
        }
        assertThat(numbers).hasSize(5000);
    }

    @Test
    void a_purchase_with_a_bad_row_or_two_buyers_is_not_taken_at_all() throws IOException {
        var stage = stage("""
                buyer,no,at,paid
                a,1,2024-01-01,5
                a,1,2024-01-01,oops
                a,2,2024-01-01,5
                b,3,2024-01-01,5
                a,3,2024-01-01,5
                b,4,2024-01-01,5
                b,4,2024-01-02,5
                b,5,2024-01-01,5
                b,5,2024-01-01,6
                b,5,2024-01-01,6
                """, 1);
        assertThat(stage.rejections())
                .containsExactly(Rejection.of(3, ImportField.AMOUNT, "oops", Rule.AMOUNT_UNREADABLE));
        var result = assemble(stage, IdenticalRows.DROP);
        assertThat(result.facts()).extracting(f -> f.number() + "=" + f.minor()).containsExactly("2=500", "5=1100");
        assertThat(result.dropped()).isEqualTo(1);
        assertThat(result.rejections())
                .extracting(r -> r.row() + ":" + r.rule())
                .containsExactlyInAnyOrder(
                        "2:ANOTHER_ROW_OF_PURCHASE_BAD",
                        "5:PURCHASE_CONTRADICTS_ITSELF",
                        "6:PURCHASE_CONTRADICTS_ITSELF",
                        "7:PURCHASE_CONTRADICTS_ITSELF",
                        "8:PURCHASE_CONTRADICTS_ITSELF");
    }

    @Test
    void a_shop_s_file_is_stored_in_so_many_steps_that_progress_is_seen_and_little_is_done_again() {
        assertThat(Staging.batchesFor(0)).isEqualTo(1);
        assertThat(Staging.batchesFor(60_000)).isEqualTo(12);
        assertThat(Staging.batchesFor(1_000_000)).isBetween(50, 64);
        assertThat(Staging.batchesFor(10_000_000)).isEqualTo(256);
    }

    @Test
    void rows_name_their_buyer_by_number_else_by_key_else_by_phone_and_keep_it_in_the_stage() throws IOException {
        var mapping = Mapping.of(
                FieldSource.of(ImportField.MOBILE, "phone"),
                FieldSource.of(ImportField.EXTERNAL_ID, "key"),
                FieldSource.of(ImportField.MEMBER_NUMBER, "buyer"),
                FieldSource.of(ImportField.OCCURRED_AT, "at"),
                FieldSource.of(ImportField.AMOUNT, "paid"));
        var stage = stage(mapping, """
                buyer,key,phone,at,paid
                m1,x,13800138000,2024-01-01,5
                ,x2,13800138001,2024-01-01,6
                ,,13800138002,2024-01-01,7
                ,,,2024-01-01,8
                """, 1);
        var staged = Objects.requireNonNull(stage.staged());
        var codec = new PurchaseCodec(ImportField.MEMBER_NUMBER);
        assertThat(stage.batch(0, staged.rowsByBatch().getFirst(), codec))
                .extracting(row -> row.buyer().by() + " " + row.buyer().key())
                .containsExactly("MEMBER_NUMBER m1", "EXTERNAL_ID x2", "MOBILE +8613800138002");
        assertThat(stage.rejections()).containsExactly(Rejection.of(5, ImportField.MEMBER_NUMBER, "", Rule.REQUIRED));
    }

    @Test
    void derived_numbers_do_not_depend_on_the_order_of_other_rows() {
        var rows = List.of(row(1, "a", 500), row(2, "a", 700), row(3, "a", 500));
        var turned = new ArrayList<>(rows).reversed();
        var kept = PurchaseAssembly.assemble(rows, IdenticalRows.KEEP, number -> false);
        assertThat(kept.facts()).hasSize(3);
        assertThat(numbers(kept)).isEqualTo(numbers(PurchaseAssembly.assemble(turned, IdenticalRows.KEEP, n -> false)));
        var dropped = PurchaseAssembly.assemble(rows, IdenticalRows.DROP, number -> false);
        assertThat(dropped.facts()).hasSize(2);
        assertThat(dropped.dropped()).isEqualTo(1);
    }

    @Test
    void spoilt_numbers_survive_growth_of_the_table() {
        var numbers = new PurchaseNumbers();
        var expected = new TreeSet<Long>();
        for (int i = 0; i < 50_000; i++) {
            numbers.seen("n" + i, "b" + i % 100);
            if (i % 1000 == 0) {
                numbers.spoilt("n" + i);
                expected.add(PurchaseNumbers.hash("n" + i));
            } else if (i % 1000 == 1) {
                numbers.seen("n" + i, "somebody else");
                expected.add(PurchaseNumbers.hash("n" + i));
            } else {
                numbers.seen("n" + i, "b" + i % 100);
            }
        }
        assertThat(numbers.spoiltHashes())
                .containsExactly(expected.stream().mapToLong(Long::longValue).toArray());
    }

    private static Set<String> numbers(PurchaseAssembly.Result result) {
        var numbers = new TreeSet<String>();
        result.facts().forEach(fact -> numbers.add(fact.number()));
        return numbers;
    }

    private static PurchaseRow row(long number, String buyer, long minor) {
        return new PurchaseRow(
                number,
                new Buyer(ImportField.MEMBER_NUMBER, buyer),
                null,
                1_700_000_000,
                null,
                null,
                null,
                1000,
                minor,
                "CNY",
                null,
                null);
    }

    private PurchaseAssembly.Result assemble(StageFolder stage, IdenticalRows identical) {
        var staged = Objects.requireNonNull(stage.staged());
        var rows = stage.batch(0, staged.rowsByBatch().getFirst(), new PurchaseCodec(ImportField.MEMBER_NUMBER));
        return PurchaseAssembly.assemble(rows, identical, stage.spoilt());
    }

    private StageFolder stage(String text, int batches) throws IOException {
        return stage(MAPPING, text, batches);
    }

    private StageFolder stage(Mapping mapping, String text, int batches) throws IOException {
        var file = Files.write(folder.resolve("file.csv"), text.getBytes(StandardCharsets.UTF_8));
        var layout = LayoutDetection.detect(file, Limits.STANDARD);
        var columns = FieldColumns.bind(
                ImportKind.PURCHASES,
                mapping,
                List.of(text.lines().findFirst().orElseThrow().split(",", -1)));
        var cleaning = new PurchaseCleaning(
                columns, ImportSettings.standard("test"), ZoneOffset.UTC, Instant.parse("2026-01-01T00:00:00Z"));
        var stage = new StageFolder(folder.resolve("stage"));
        try (var rows = Rows.open(file, layout, Limits.STANDARD)) {
            new Staging<>(cleaning, new PurchaseCodec(ImportField.MEMBER_NUMBER), stage)
                    .stage(rows, true, batches, () -> false);
        }
        return stage;
    }
}
