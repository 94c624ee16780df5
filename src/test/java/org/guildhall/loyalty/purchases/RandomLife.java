package org.guildhall.loyalty.purchases;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.loyalty.LineFact;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.loyalty.ReturnFact;
import org.guildhall.loyalty.ReturnedLine;
import org.guildhall.members.Birthday;
import org.jspecify.annotations.Nullable;

/** Purchases, returns and the birthday of nobody in particular; busy times and quiet ones, so that tiers rise and fall. */
public record RandomLife(Birthday birthday, List<Buy> purchases, List<Back> returns) {

    public static RandomLife make(Random random, Instant from, Instant to) {
        var purchases = new ArrayList<Buy>();
        var returns = new ArrayList<Back>();
        int busy = 1 + random.nextInt(3);
        long span = Duration.between(from, to).toSeconds();
        for (int season = 0; season < busy; season++) {
            long start = (long) (random.nextDouble() * span * 0.8);
            for (int i = 0; i < 3 + random.nextInt(5); i++) {
                long second = Math.min(span - 1, start + random.nextInt(10_000_000));
                purchases.add(buy(random, "P" + season + "-" + i, from.plusSeconds(second)));
                back(random, purchases.getLast(), to, returns);
            }
        }
        for (int tick : ChangingRules.TICKS) {
            if (random.nextInt(3) == 0) {
                var morning = from.plus(Duration.ofDays(14L * tick)).minus(Duration.ofHours(1));
                purchases.add(buy(random, "T" + tick, morning));
            }
        }
        var birthday = random.nextInt(3) == 0
                ? Birthday.lunar(null, 1 + random.nextInt(12), 1 + random.nextInt(29), false)
                : Birthday.solar(
                        LocalDate.of(1960 + random.nextInt(40), 1 + random.nextInt(12), 1 + random.nextInt(28)));
        return new RandomLife(birthday, purchases, returns);
    }

    private static Buy buy(Random random, String number, Instant at) {
        var lines = new ArrayList<LineFact>();
        for (int line = 0; line <= random.nextInt(3); line++) {
            lines.add(new LineFact("p" + line, "c" + random.nextInt(2), 2_000, Money.cny(random.nextInt(300_000))));
        }
        return new Buy(number, at, lines);
    }

    /** Returns may be dated before their purchase (clocks of tills differ), and become known before it. */
    private static void back(Random random, Buy buy, Instant latest, List<Back> returns) {
        var at = buy.at().plusSeconds(random.nextInt(9_000_000) - 500_000L);
        at = at.isBefore(latest) ? at : latest.minusSeconds(1);
        var number = "R" + buy.number();
        long total = buy.total();
        switch (random.nextInt(6)) {
            case 0 -> returns.add(new Back(number, buy.number(), at, List.of(), null));
            case 1 -> {
                if (total > 3) {
                    returns.add(new Back(number + "a", buy.number(), at, List.of(), Money.cny(total / 3 + 1)));
                    var later = at.plusSeconds(5);
                    returns.add(new Back(number + "b", buy.number(), later, List.of(), Money.cny(total / 3)));
                }
            }
            case 2 -> {
                var half = Money.cny(buy.lines().getFirst().amount().minor() / 2);
                returns.add(new Back(number, buy.number(), at, List.of(new ReturnedLine(1, 1_000, half)), null));
            }
            default -> {}
        }
    }

    public record Buy(String number, Instant at, List<LineFact> lines) {

        long total() {
            return lines.stream().mapToLong(line -> line.amount().minor()).sum();
        }

        public PurchaseFact of(MemberId member) {
            var key = number + "@" + member;
            return new PurchaseFact("till", key, member, at, null, null, Money.cny(total()), lines, "cash");
        }
    }

    public record Back(
            String number,
            String purchase,
            Instant at,
            List<ReturnedLine> lines,
            @Nullable Money amount) {

        public ReturnFact of(MemberId member) {
            return new ReturnFact("till", number + "@" + member, purchase + "@" + member, member, at, lines, amount);
        }
    }
}
