package org.guildhall.loyalty.warnings;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.ledger.LapsingLots.Lot;
import org.guildhall.messages.PlanMessages.Wish;

/** Which warnings lots ask for on a day: a pure function. */
final class Lapsing {

    private Lapsing() {}

    /**
     * One warning for each member and calendar month in which lots lapse, the first within {@code days}, if all of the month
     * that is still to come is worth it. The period is month and number of days, so that it comes once.
     */
    static List<Wish> warnings(List<Lot> lots, LocalDate today, int days, long least, BusinessTime time) {
        var wishes = new ArrayList<Wish>();
        var byMember = lots.stream()
                .collect(Collectors.groupingBy(Lot::member, java.util.LinkedHashMap::new, Collectors.toList()));
        byMember.forEach((member, own) -> {
            var byMonth = own.stream()
                    .collect(Collectors.groupingBy(
                            lot -> YearMonth.from(lot.lastDay()), TreeMap::new, Collectors.toList()));
            byMonth.forEach((month, some) -> {
                var first = some.getFirst().lastDay();
                var last = some.getLast().lastDay();
                long sum = some.stream().mapToLong(Lot::amount).reduce(0, Math::addExact);
                if (!first.isAfter(today.plusDays(days - 1L)) && sum >= least) {
                    wishes.add(new Wish(
                            member,
                            month + "/" + days,
                            Map.of(
                                    "points",
                                    sum,
                                    "day",
                                    first.toString(),
                                    "lots",
                                    some.stream()
                                            .map(lot -> Map.of(
                                                    "amount",
                                                    lot.amount(),
                                                    "until",
                                                    lot.lastDay().toString()))
                                            .toList()),
                            time.startOf(last.plusDays(1))));
                }
            });
        });
        return wishes;
    }
}
