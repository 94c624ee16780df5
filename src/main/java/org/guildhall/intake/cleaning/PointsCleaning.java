package org.guildhall.intake.cleaning;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.guildhall.intake.ImportField;
import org.guildhall.intake.ImportSettings;
import org.guildhall.intake.Rule;
import org.guildhall.intake.reading.Row;

/** Turns rows of a history of points into clean facts; the same row under the same settings always gives the same. */
public final class PointsCleaning implements Cleaning<PointsRow> {

    private static final long MOST = 1_000_000_000_000L;

    private final FieldColumns columns;
    private final ImportSettings settings;
    private final WhoAndWhen whoAndWhen;

    /** Cleaning by a mapping and settings; the zone is that of periods in the file, the instant the bound of the future. */
    public PointsCleaning(FieldColumns columns, ImportSettings settings, ZoneId zone, Instant now) {
        this.columns = columns;
        this.settings = settings;
        this.whoAndWhen = new WhoAndWhen(columns, settings, zone, now);
    }

    @Override
    public Outcome<PointsRow> clean(Row row) {
        var findings = new Findings(row.number());
        var surplus = columns.surplus(row);
        if (surplus != null) {
            findings.add(null, surplus, Rule.MORE_CELLS_THAN_COLUMNS);
        }
        var buyer = whoAndWhen.buyer(row, findings);
        var at = whoAndWhen.at(row, findings);
        long earned = points(row, findings, ImportField.POINTS_EARNED);
        long redeemed = points(row, findings, ImportField.POINTS_REDEEMED);
        long expired = points(row, findings, ImportField.POINTS_EXPIRED);
        return findings.isEmpty()
                ? new Outcome.Clean<>(new PointsRow(
                        row.number(),
                        Objects.requireNonNull(buyer),
                        Objects.requireNonNull(at),
                        earned,
                        redeemed,
                        expired))
                : new Outcome.Rejected<>(findings.all(), null);
    }

    @Override
    public String partitionKey(PointsRow fact) {
        return fact.buyer().key();
    }

    /** A blank cell says that nothing happened. */
    private long points(Row row, Findings findings, ImportField field) {
        var raw = columns.text(row, field);
        var points = findings.take(field, raw, whole(Amounts.clean(raw, 0, settings.decimalSign())));
        return points == null ? 0 : points;
    }

    private static Cleaned<Long> whole(Cleaned<Long> cleaned) {
        return switch (cleaned) {
            case Cleaned.Value<Long>(Long points) ->
                points < 0
                        ? Cleaned.bad(Rule.POINTS_NEGATIVE)
                        : points > MOST ? Cleaned.bad(Rule.AMOUNT_TOO_LARGE) : cleaned;
            case Cleaned.Blank<Long>() -> cleaned;
            case Cleaned.Bad<Long>(Rule rule) ->
                Cleaned.bad(rule == Rule.AMOUNT_TOO_LARGE ? rule : Rule.NUMBER_UNREADABLE);
        };
    }
}
