package org.guildhall.loyalty.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.guildhall.access.Organisation;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.guildhall.loyalty.SimulationResult;
import org.guildhall.loyalty.SimulationResult.Cost;
import org.guildhall.loyalty.SimulationResult.Figure;
import org.guildhall.platform.FileWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The figures of a result as lines of a sheet, one part below the other; no member is named. */
@Component
class SimulationLines {

    private final Organisation organisation;

    SimulationLines(Organisation organisation) {
        this.organisation = organisation;
    }

    List<List<@Nullable Object>> of(SimulationResult result, FileWords words) {
        var lines = new ArrayList<List<@Nullable Object>>();
        var totals = result.totals();
        var all = new Sizes(totals.active(), totals.purchases());
        lines.add(
                line(words, "total", words.word("simulation", "points"), all, new Row(totals.points(), totals.cost())));
        lines.add(line(words, "total", words.word("simulation", "granted"), null, new Row(totals.granted(), null)));
        lines.add(
                line(words, "total", words.word("simulation", "taken-back"), null, new Row(totals.takenBack(), null)));
        lines.add(line(words, "total", words.word("simulation", "growth"), null, new Row(totals.growth(), null)));
        result.tiers()
                .forEach(row -> lines.add(line(
                        words,
                        "tier",
                        words.word("tier", row.tier()),
                        new Sizes(row.members(), row.purchases()),
                        new Row(row.points(), row.cost()))));
        result.stores()
                .forEach(row -> lines.add(line(
                        words,
                        "store",
                        store(row.store(), words),
                        new Sizes(row.members(), row.purchases()),
                        new Row(row.points(), row.cost()))));
        result.endings()
                .forEach(row -> lines.add(line(
                        words,
                        "ending",
                        row.month() == null ? words.word("simulation", "never") : row.month(),
                        null,
                        new Row(row.points(), null))));
        result.moves().forEach(move -> lines.add(move(words, move)));
        deciles(result, words, lines);
        return lines;
    }

    /** How many a line is about. */
    private record Sizes(long members, long purchases) {}

    /** What a line says of them. */
    private record Row(Figure figure, @Nullable Cost cost) {}

    private static List<@Nullable Object> line(
            FileWords words, String part, String item, @Nullable Sizes sizes, Row row) {
        return Arrays.asList(
                words.word("simulation", part),
                item,
                sizes == null ? null : sizes.members,
                sizes == null ? null : sizes.purchases,
                row.figure.before(),
                row.figure.after(),
                row.figure.difference(),
                decimal(row.cost == null ? null : row.cost.before()),
                decimal(row.cost == null ? null : row.cost.after()),
                decimal(row.cost == null ? null : row.cost.difference()));
    }

    private static List<@Nullable Object> move(FileWords words, SimulationResult.Move move) {
        var item = words.word("tier", move.from()) + " → " + words.word("tier", move.to());
        return Arrays.asList(
                words.word("simulation", "move"), item, move.members(), null, null, null, null, null, null, null);
    }

    private static void deciles(SimulationResult result, FileWords words, List<List<@Nullable Object>> lines) {
        var deciles = result.spread().deciles();
        for (int i = 0; i < deciles.size(); i++) {
            lines.add(Arrays.asList(
                    words.word("simulation", "decile"),
                    i * 10 + "%",
                    null,
                    null,
                    null,
                    null,
                    deciles.get(i),
                    null,
                    null,
                    null));
        }
    }

    private String store(@Nullable UnitId store, FileWords words) {
        return store == null
                ? words.word("simulation", "nowhere")
                : organisation.unit(store).name();
    }

    private static @Nullable Object decimal(@Nullable Money money) {
        return money == null ? null : money.decimal();
    }
}
