package org.guildhall.intake.cleaning;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.guildhall.intake.ImportField;
import org.guildhall.intake.ImportSettings;
import org.guildhall.intake.Rule;
import org.guildhall.intake.reading.Row;
import org.jspecify.annotations.Nullable;

/** Reads of whom a row tells, and when it was. */
final class WhoAndWhen {

    private static final int MOST_CHARACTERS = 100;
    private static final int EARLIEST_YEAR = 1900;

    private final FieldColumns columns;
    private final ImportSettings settings;
    private final ZoneId zone;
    private final long nowSecond;
    private final List<ImportField> buyerFields;

    WhoAndWhen(FieldColumns columns, ImportSettings settings, ZoneId zone, Instant now) {
        this.columns = columns;
        this.settings = settings;
        this.zone = zone;
        this.nowSecond = now.getEpochSecond();
        this.buyerFields = Buyer.FIELDS.stream().filter(columns::has).toList();
    }

    /** By the first field that is filled in this row. */
    @Nullable
    Buyer buyer(Row row, Findings findings) {
        var by = buyerFields.stream()
                .filter(field -> !columns.text(row, field).isEmpty())
                .findFirst()
                .orElse(buyerFields.getFirst());
        var raw = columns.text(row, by);
        var key = findings.need(
                by, raw, by == ImportField.MOBILE ? Phones.clean(raw) : Texts.clean(raw, MOST_CHARACTERS));
        return key == null ? null : new Buyer(by, key);
    }

    /** When, in seconds since the epoch. */
    @Nullable
    Long at(Row row, Findings findings) {
        var raw = columns.text(row, ImportField.OCCURRED_AT);
        LocalDateTime at = findings.need(ImportField.OCCURRED_AT, raw, Dates.clean(raw, settings.dateOrder(), zone));
        if (at == null) {
            return null;
        }
        long second = at.atZone(zone).toEpochSecond();
        if (second > nowSecond) {
            findings.add(ImportField.OCCURRED_AT, raw, Rule.IN_THE_FUTURE);
        } else if (at.getYear() < EARLIEST_YEAR) {
            findings.add(ImportField.OCCURRED_AT, raw, Rule.TOO_LONG_AGO);
        }
        return second;
    }
}
