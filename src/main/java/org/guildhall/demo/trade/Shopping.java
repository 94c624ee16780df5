package org.guildhall.demo.trade;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.guildhall.demo.people.Dice;
import org.jspecify.annotations.Nullable;

/** Invents everything a member bought from the day of joining until yesterday. */
public final class Shopping {

    /** Twenty quantiles of waiting time, in percent of its mean. */
    private static final int[] WAITS = {
        3, 8, 13, 19, 25, 32, 39, 47, 55, 64, 74, 86, 98, 113, 131, 152, 178, 211, 263, 400
    };

    private static final int OTHER_STORE_PER_MILLE = 90;
    private static final List<String> PAYMENTS =
            List.of("wechat", "wechat", "wechat", "alipay", "alipay", "unionpay", "cash");

    private final long seed;
    private final LocalDateTime now;
    private final int stores;
    private final Seasons seasons = new Seasons();

    /** Shopping until now in so many stores. */
    public Shopping(long seed, LocalDateTime now, int stores) {
        this.seed = seed;
        this.now = now;
        this.stores = stores;
    }

    /** Who shops: the member's index, first day, home store, and the age and gender that tastes go by. */
    public record Shopper(int index, LocalDate joinedOn, int homeStore, int yearOfBirth, boolean female) {}

    /** The member's visits in order of time. */
    public List<Visit> visits(Shopper shopper) {
        var dice = Dice.of(seed, "shopping", shopper.index());
        var habit = Habit.of(dice);
        var visits = new ArrayList<Visit>();
        if (habit == Habit.ONLOOKER) {
            return visits;
        }
        int[] tastes = tastes(dice, shopper);
        var day = shopper.joinedOn().plusDays(dice.chance(700) ? 0 : dice.between(1, 20));
        while (day.isBefore(now.toLocalDate())) {
            if (visits.isEmpty() || dice.between(1, Seasons.BUSIEST) <= seasons.busyness(day)) {
                visits.add(visit(visits.size() + 1, day, shopper, habit, tastes, dice));
                if (dice.chance(habit.lastPerMille())) {
                    break;
                }
            }
            // Two of five tries find the member in the mood on an average day, so tries come that much more often.
            day = day.plusDays(1 + habit.gapDays() * (long) WAITS[dice.between(0, WAITS.length - 1)] * 2 / 500);
        }
        return visits;
    }

    private Visit visit(int number, LocalDate day, Shopper shopper, Habit habit, int[] tastes, Dice dice) {
        int store = dice.chance(OTHER_STORE_PER_MILLE) ? dice.between(0, stores - 1) : shopper.homeStore();
        var at = day.atTime(LocalTime.of(dice.between(10, 21), dice.between(0, 59), dice.between(0, 59)));
        int lines = dice.between(1, habit.mostLines());
        var items = new ArrayList<Visit.Item>();
        for (int i = 0; i < lines; i++) {
            items.add(item(dice, tastes));
        }
        var returned = dice.chance(habit.returnPerMille()) ? returned(at, items.size(), dice) : null;
        return new Visit(number, at, store, List.copyOf(items), dice.pick(PAYMENTS), returned);
    }

    private static Visit.Item item(Dice dice, int[] tastes) {
        var category = Catalogue.CATEGORIES.get(dice.weighted(tastes));
        // Cheap things are bought more often than dear ones.
        var one = dice.pick(category.products());
        var other = dice.pick(category.products());
        var product = one.fen() <= other.fen() ? one : other;
        int pieces = dice.chance(780) ? 1 : dice.between(2, 3);
        long full = product.fen() * pieces;
        long paid = dice.chance(180) ? full * dice.between(80, 95) / 100 : full;
        return new Visit.Item(product.name(), category.name(), pieces, paid);
    }

    private Visit.@Nullable Return returned(LocalDateTime bought, int items, Dice dice) {
        var at = bought.plusDays(dice.between(1, 12)).withHour(dice.between(11, 20));
        if (!at.isBefore(now.minusDays(1))) {
            return null;
        }
        return new Visit.Return(at, dice.chance(400) ? null : dice.between(0, items - 1));
    }

    /** Weights of the categories: what age and gender suggest, and two favourites of one's own. */
    private static int[] tastes(Dice dice, Shopper shopper) {
        int[] tastes = {30, 60, 50, 40, 15, 20, 25, 25};
        if (shopper.female()) {
            tastes[0] += 60;
            tastes[3] += 20;
        } else {
            tastes[5] += 35;
            tastes[7] += 25;
        }
        if (shopper.yearOfBirth() > 1978 && shopper.yearOfBirth() < 1998) {
            tastes[4] += 45;
        }
        if (shopper.yearOfBirth() < 1968) {
            tastes[6] += 60;
        }
        tastes[dice.between(0, tastes.length - 1)] += 110;
        tastes[dice.between(0, tastes.length - 1)] += 60;
        return tastes;
    }
}
