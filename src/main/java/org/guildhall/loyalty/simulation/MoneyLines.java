package org.guildhall.loyalty.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.guildhall.access.Organisation;
import org.guildhall.kernel.UnitId;
import org.guildhall.loyalty.MoneySimulation;
import org.guildhall.loyalty.SimulationResult.Cost;
import org.guildhall.loyalty.SimulationResult.Figure;
import org.guildhall.platform.FileWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The figures of a result in money as lines of a sheet, one part below the other; no member is named. */
@Component
class MoneyLines {

    private final Organisation organisation;

    MoneyLines(Organisation organisation) {
        this.organisation = organisation;
    }

    /** How many a line is about. */
    private record Sizes(@Nullable Long members, long purchases) {}

    /** Writes lines one below the other. */
    private record Sheet(FileWords words, List<List<@Nullable Object>> lines) {

        private void money(String part, String item, @Nullable Sizes sizes, Cost cost) {
            line(
                    part,
                    item,
                    sizes,
                    null,
                    Arrays.asList(
                            cost.before().decimal(),
                            cost.after().decimal(),
                            cost.difference().decimal()));
        }

        private void line(
                String part, String item, @Nullable Sizes sizes, @Nullable Figure count, List<@Nullable Object> money) {
            var cells = new ArrayList<@Nullable Object>(Arrays.asList(
                    words.word("simulation", part),
                    item,
                    sizes == null ? null : sizes.members,
                    sizes == null ? null : sizes.purchases));
            cells.addAll(
                    count == null
                            ? Arrays.asList(null, null, null)
                            : List.of(count.before(), count.after(), count.difference()));
            cells.addAll(money);
            lines.add(cells);
        }
    }

    List<List<@Nullable Object>> of(MoneySimulation result, FileWords words) {
        var sheet = new Sheet(words, new ArrayList<>());
        var nothing = Arrays.<@Nullable Object>asList(null, null, null);
        var totals = result.totals();
        var all = new Sizes(totals.members(), totals.purchases());
        sheet.money("total", words.word("simulation", "cost"), all, totals.cost());
        result.amounts().forEach(one -> sheet.money("total", words.word("amount", one.code()), null, one.amount()));
        result.counts()
                .forEach(one -> sheet.line("total", words.word("count", one.code()), null, one.count(), nothing));
        result.tiers()
                .forEach(row -> sheet.money(
                        "tier",
                        row.tier() == null ? words.word("simulation", "tierless") : words.word("tier", row.tier()),
                        new Sizes(row.members(), row.purchases()),
                        row.cost()));
        result.stores()
                .forEach(row -> sheet.money(
                        "store", store(row.store(), words), new Sizes(row.members(), row.purchases()), row.cost()));
        result.months().forEach(row -> sheet.money("month", row.month(), null, row.cost()));
        result.leftOut()
                .forEach(row -> sheet.line(
                        "left-out",
                        words.word("left-out", row.reason()),
                        new Sizes(null, row.purchases()),
                        null,
                        nothing));
        var deciles = result.spread().deciles();
        for (int i = 0; i < deciles.size(); i++) {
            sheet.line(
                    "decile",
                    i * 10 + "%",
                    null,
                    null,
                    Arrays.asList(null, null, deciles.get(i).decimal()));
        }
        return sheet.lines;
    }

    private String store(@Nullable UnitId store, FileWords words) {
        return store == null
                ? words.word("simulation", "nowhere")
                : organisation.unit(store).name();
    }
}
