package org.guildhall.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.guildhall.demo.people.Dice;
import org.guildhall.demo.trade.Visit;

/**
 * Invents what members spent their points on: never more than purchases of the twelve months before had surely brought (a
 * point for each yuan, net of returns), less what was spent in that time, so that no redemption is refused.
 */
final class Redemptions {

    private static final int PER_MILLE = 130;
    private static final int[] PRICES = {300, 500, 800, 1_000, 1_500, 2_000, 3_000, 5_000};

    /** Points spent at a time. */
    record Redemption(int number, LocalDateTime at, long points) {}

    private Redemptions() {}

    static List<Redemption> of(DemoStory story, int member, List<Visit> visits) {
        var dice = Dice.of(story.seed(), "redemptions", member);
        var made = new ArrayList<Redemption>();
        for (var visit : visits) {
            if (!dice.chance(PER_MILLE)) {
                continue;
            }
            var at = visit.at().plusDays(dice.between(1, 15)).plusMinutes(dice.between(1, 600));
            boolean inOrder = made.isEmpty() || at.isAfter(made.getLast().at());
            long price = PRICES[dice.between(0, PRICES.length - 1)];
            if (inOrder
                    && at.toLocalDate().isBefore(story.today())
                    && price <= surely(visits, made, at.toLocalDate())) {
                made.add(new Redemption(made.size() + 1, at, price));
            }
        }
        return made;
    }

    private static long surely(List<Visit> visits, List<Redemption> made, LocalDate on) {
        var since = on.minusYears(1);
        long earned = visits.stream()
                .filter(visit -> visit.at().toLocalDate().isAfter(since)
                        && visit.at().toLocalDate().isBefore(on))
                .mapToLong(visit -> (visit.fen() - visit.returnedFen()) / 100)
                .sum();
        long spent = made.stream()
                .filter(redemption -> redemption.at().toLocalDate().isAfter(since))
                .mapToLong(Redemption::points)
                .sum();
        return earned - spent;
    }
}
