package org.guildhall.demo.trade;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.guildhall.demo.people.Dice;

/** Invents the days on which members joined: three years of growth with the rush of the big shopping days, in order. */
public final class Joining {

    private Joining() {}

    /** So many days from {@code first} to {@code last}, sorted. */
    public static List<LocalDate> days(long seed, int members, LocalDate first, LocalDate last) {
        var seasons = new Seasons();
        var dates = first.datesUntil(last.plusDays(1)).toList();
        var weights = new int[dates.size()];
        for (int i = 0; i < weights.length; i++) {
            // From 60 % of the average at the start to 140 % at the end.
            int growth = 600 + 800 * i / weights.length;
            weights[i] = Math.max(1, seasons.busyness(dates.get(i)) * growth / 10_000);
        }
        var dice = Dice.of(seed, "joining", members);
        var days = new ArrayList<LocalDate>();
        for (int i = 0; i < members; i++) {
            days.add(dates.get(dice.weighted(weights)));
        }
        Collections.sort(days);
        return List.copyOf(days);
    }
}
