package org.guildhall.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** A file of monthly points judged by a few plain lines of its own, with the rule that different rows are added up. */
final class PointsFile {

    static final String HEAD = "Loyalty Number,Year,Month,Flights Booked,Flights with Companions,Total Flights,"
            + "Distance,Points Accumulated,Points Redeemed,Dollar Cost Points Redeemed";

    /** Month by month, by member: what was earned and what was redeemed. */
    final Map<String, Map<LocalDate, long[]>> members = new LinkedHashMap<>();

    final long rows;
    long identical;
    long differing;
    long idle;
    long earned;
    long redeemed;

    PointsFile(List<String> lines) {
        Map<String, Set<String>> told = new LinkedHashMap<>();
        rows = lines.size() - 1L;
        for (var line : lines.subList(1, lines.size())) {
            var cells = line.split(",", -1);
            var rows = told.computeIfAbsent(cells[0] + "," + cells[1] + "," + cells[2], key -> new LinkedHashSet<>());
            identical += rows.add(line) ? 0 : 1;
        }
        told.forEach(this::count);
    }

    private void count(String key, Set<String> lines) {
        var parts = key.split(",", -1);
        var month = LocalDate.of(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), 1);
        var sums = new long[2];
        for (var line : lines) {
            var cells = line.split(",", -1);
            sums[0] += Long.parseLong(cells[7]);
            sums[1] += Long.parseLong(cells[8]);
        }
        differing += lines.size() > 1 ? 1 : 0;
        earned += sums[0];
        redeemed += sums[1];
        if (sums[0] + sums[1] == 0) {
            idle += lines.size();
        } else {
            members.computeIfAbsent(parts[0], number -> new TreeMap<>()).put(month, sums);
        }
    }

    /** Periods in which something happened. */
    long periods() {
        return members.values().stream().mapToLong(Map::size).sum();
    }

    /** The smallest balance before the first month that is enough for every month: one point less would not do. */
    long opening(String member) {
        long low = -1;
        long high = 1_000_000_000L;
        while (high - low > 1) {
            long middle = (low + high) / 2;
            if (isEnough(middle, member)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private boolean isEnough(long opening, String member) {
        long balance = opening;
        for (var month : members.getOrDefault(member, Map.of()).values()) {
            balance += month[0] - month[1];
            if (balance < 0) {
                return false;
            }
        }
        return opening >= 0;
    }

    /** What the statement of a member has to say, oldest first. */
    List<String> statement(String member) {
        var lines = new ArrayList<String>();
        var months = new TreeMap<>(members.getOrDefault(member, Map.of()));
        if (opening(member) > 0) {
            lines.add(months.firstKey().minusDays(1) + " opening " + opening(member));
        }
        months.forEach((month, sums) -> {
            if (sums[0] > 0) {
                lines.add(month + " history-earned " + sums[0]);
            }
            if (sums[1] > 0) {
                lines.add(month + " history-redeemed -" + sums[1]);
            }
        });
        return lines;
    }

    long balance(String member) {
        return opening(member)
                + members.getOrDefault(member, Map.of()).values().stream()
                        .mapToLong(sums -> sums[0] - sums[1])
                        .sum();
    }

    /** Months as an airline exports them: some told twice, the same or differently, some redeeming more than there is. */
    static String generated(int members) {
        var random = new Random(2017);
        var text = new StringBuilder("\ufeff" + HEAD + "\n");
        for (int month = 1; month <= 12; month++) {
            for (int member = 0; member < members; member++) {
                int copies = 1 + (random.nextInt(60) == 0 ? 1 : 0);
                int versions = random.nextInt(80) == 0 ? 2 : 1;
                for (int version = 0; version < versions; version++) {
                    var line = line(random, 100_000 + member, month);
                    text.repeat(line, copies);
                }
            }
        }
        return text.toString();
    }

    private static String line(Random random, int member, int month) {
        long earned = random.nextInt(3) > 0 ? random.nextInt(400) : 0;
        long redeemed = random.nextInt(12) == 0 ? 100 + random.nextInt(900) : 0;
        long distance = earned * 10 + (earned + redeemed == 0 ? 0 : random.nextInt(10));
        return "G" + member + ",2017," + month + ",3,0,3," + distance + "," + earned + "," + redeemed + ",0\n";
    }
}
