package org.guildhall.intake.profiling;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.guildhall.intake.ColumnProfile;
import org.guildhall.intake.ImportKind;
import org.guildhall.intake.ImportSettings;
import org.guildhall.intake.ImportSettings.DateOrder;
import org.guildhall.intake.ImportSettings.DecimalSign;
import org.guildhall.intake.ImportSettings.IdenticalRows;
import org.guildhall.intake.IntakeRefusal.UnreadableFile;
import org.guildhall.intake.Layout;
import org.guildhall.intake.Profile;
import org.guildhall.intake.Profile.SampleRow;
import org.guildhall.intake.reading.Limits;
import org.guildhall.intake.reading.Row;
import org.guildhall.intake.reading.Rows;
import org.guildhall.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Looks at the first rows of a file and says what it seems to contain and how it could be mapped. */
public final class Profiling {

    private Profiling() {}

    /** The profile; {@code kind} null lets the content decide what the rows are. */
    public static Profile profile(Path file, String fileName, Layout layout, @Nullable ImportKind kind, Limits limits) {
        try (var rows = Rows.open(file, layout, limits)) {
            var first = rows.next();
            if (first == null) {
                throw Refusal.of(new UnreadableFile("empty"));
            }
            var looked = new ArrayList<Row>();
            for (var row = layout.header() ? rows.next() : first;
                    row != null && looked.size() < Profile.LOOKED_AT;
                    row = rows.next()) {
                looked.add(row);
            }
            return profile(layout, first, looked, sourceName(fileName), kind);
        }
    }

    private static Profile profile(
            Layout layout, Row first, List<Row> looked, String source, @Nullable ImportKind kind) {
        int width = layout.header()
                ? first.cells().size()
                : looked.stream().mapToInt(row -> row.cells().size()).max().orElse(1);
        var tallies = new ArrayList<ColumnTally>();
        var columns = new ArrayList<ColumnProfile>();
        var names = ColumnNames.of(first, layout.header(), width);
        for (int i = 0; i < width; i++) {
            var tally = new ColumnTally();
            for (var row : looked) {
                tally.add(row.cell(i));
            }
            tallies.add(tally);
            columns.add(tally.profile(names.get(i)));
        }
        var theirs = columns.subList(layout.header() ? ErrorFile.leading(names) : 0, width);
        var suggestion = new Suggestion(theirs, looked.size(), layout.header());
        var suggested = kind == null ? suggestion.kind() : kind;
        var mapping = suggestion.mapping(suggested);
        var sample = looked.stream()
                .limit(Profile.SHOWN)
                .map(row -> new SampleRow(row.number(), row.cells()))
                .toList();
        boolean numbered = mapping.has(org.guildhall.intake.ImportField.PURCHASE_NUMBER);
        return new Profile(
                layout,
                columns,
                looked.size(),
                sample,
                suggested,
                mapping,
                settings(source, tallies, suggested != ImportKind.PURCHASES || numbered));
    }

    /** Without purchase numbers two equal rows are likelier two purchases than one told twice. */
    private static ImportSettings settings(String source, List<ColumnTally> tallies, boolean named) {
        var standard = ImportSettings.standard(source);
        return new ImportSettings(
                source,
                tallies.stream().anyMatch(ColumnTally::isMonthFirst) ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST,
                tallies.stream().anyMatch(ColumnTally::hasDecimalCommas) ? DecimalSign.COMMA : DecimalSign.POINT,
                standard.currency(),
                standard.blankAmounts(),
                standard.negativeAmounts(),
                named ? IdenticalRows.DROP : IdenticalRows.KEEP,
                standard.unknownBuyers(),
                standard.unknownStores(),
                standard.knownMembers(),
                standard.differing(),
                null);
    }

    /** The file's name up to its first digit or ending, as a first guess of the system it comes from. */
    private static String sourceName(String fileName) {
        var word = fileName.replaceFirst("[.].*$", "")
                .replaceAll("[^\\p{L}]+", "-")
                .replaceAll("^-|-$", "");
        var name = word.isEmpty() ? "file" : word;
        return name.length() > 40 ? name.substring(0, 40) : name;
    }
}
