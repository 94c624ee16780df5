package org.guildhall.ledger.insight;

import static org.guildhall.insights.Measure.Quantity.POINTS;
import static org.guildhall.insights.Measure.Shape.FIGURE;
import static org.guildhall.insights.Measure.Shape.SERIES;

import java.util.List;
import org.guildhall.insights.Measure;
import org.guildhall.insights.MeasureCatalogue;
import org.springframework.stereotype.Component;

/**
 * Measures of the points economy, as the ledger knows it now: every entry counts on the day its act occurred. Issued is net
 * of what returns took back; outstanding is everything entered up to the last day, so it equals the members' balances.
 */
@Component
public final class PointsMeasures implements MeasureCatalogue {

    @Override
    public List<Measure> measures() {
        return List.of(
                figure("points-issued", "amount", "contra = 'issued'"),
                figure("points-redeemed", "-amount", "contra = 'redeemed'"),
                figure("points-expired", "-amount", "contra = 'expired'"),
                new Measure("points-outstanding", FIGURE, POINTS, rows("''", "''", "amount") + "  and day <= :to\n"),
                new Measure(
                        "points-by-month",
                        SERIES,
                        POINTS,
                        rows("strftime(day, '%Y-%m')", "contra", "amount") + "  and day between :from and :to\n"));
    }

    private static Measure figure(String code, String value, String which) {
        return new Measure(
                code,
                FIGURE,
                POINTS,
                rows("''", "''", value) + "  and day between :from and :to\n  and " + which + "\n");
    }

    private static String rows(String k1, String k2, String value) {
        return "select " + k1 + " as k1, " + k2 + " as k2, member, " + value
                + " as value, cast(null as bigint) as base\nfrom ledger_entry\nwhere asset = 'points'\n";
    }
}
