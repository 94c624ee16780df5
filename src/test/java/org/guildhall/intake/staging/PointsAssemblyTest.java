package org.guildhall.intake.staging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.guildhall.intake.ImportField;
import org.guildhall.intake.ImportSettings.DifferingRows;
import org.guildhall.intake.ImportSettings.IdenticalRows;
import org.guildhall.intake.Rejection;
import org.guildhall.intake.Rule;
import org.guildhall.intake.cleaning.Buyer;
import org.guildhall.intake.cleaning.PointsRow;
import org.guildhall.intake.staging.PointsAssembly.Result;
import org.guildhall.intake.staging.PointsAssembly.Told;
import org.junit.jupiter.api.Test;

/** What becomes of rows that tell one period of a member's points more than once. */
class PointsAssemblyTest {

    private static final List<PointsRow> TWICE_AND_ONCE_OTHERWISE =
            List.of(row(2, 1, 100, 5), row(3, 1, 100, 5), row(4, 1, 40, 30), row(5, 2, 7, 0));

    @Test
    void different_rows_are_added_up_and_equal_ones_count_once() {
        var result = assemble(DifferingRows.SUM, IdenticalRows.DROP);

        assertThat(result.periods()).extracting(Told::sum).containsExactly(row(2, 1, 140, 35), row(5, 2, 7, 0));
        assertThat(result.periods().getFirst().equal()).isEqualTo(1);
        assertThat(result.periods().getFirst().left()).isZero();
        assertThat(result.rejections()).isEmpty();
    }

    @Test
    void equal_rows_count_each_if_that_is_set() {
        var result = assemble(DifferingRows.SUM, IdenticalRows.KEEP);

        assertThat(result.periods().getFirst().sum()).isEqualTo(row(2, 1, 240, 40));
        assertThat(result.periods().getFirst().equal()).isZero();
    }

    @Test
    void the_larger_is_the_one_that_earned_more_and_then_the_one_that_redeemed_more() {
        var first = assemble(DifferingRows.LARGER, IdenticalRows.DROP).periods().getFirst();

        assertThat(first.sum()).isEqualTo(row(2, 1, 100, 5));
        assertThat(first.equal()).isEqualTo(1);
        assertThat(first.left()).isEqualTo(1);
        var tie = PointsAssembly.assemble(
                List.of(row(2, 1, 9, 1), row(3, 1, 9, 4)), IdenticalRows.DROP, DifferingRows.LARGER);
        assertThat(tie.periods()).extracting(Told::sum).containsExactly(row(3, 1, 9, 4));
    }

    @Test
    void where_nobody_knows_which_is_right_none_is_taken_and_each_row_is_named() {
        var result = assemble(DifferingRows.REFUSE, IdenticalRows.DROP);

        assertThat(result.periods()).extracting(Told::sum).containsExactly(row(5, 2, 7, 0));
        assertThat(result.refused()).hasSize(1);
        assertThat(result.rejections()).extracting(Rejection::row).containsExactly(2L, 3L, 4L);
        assertThat(result.rejections()).extracting(Rejection::rule).containsOnly(Rule.PERIOD_TOLD_DIFFERENTLY);
    }

    private static Result assemble(DifferingRows differing, IdenticalRows identical) {
        return PointsAssembly.assemble(TWICE_AND_ONCE_OTHERWISE, identical, differing);
    }

    private static PointsRow row(long row, int month, long earned, long redeemed) {
        return new PointsRow(row, new Buyer(ImportField.MEMBER_NUMBER, "M1"), month, earned, redeemed, 0);
    }
}
