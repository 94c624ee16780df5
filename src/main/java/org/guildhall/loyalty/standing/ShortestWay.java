package org.guildhall.loyalty.standing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.loyalty.earning.Basket;
import org.guildhall.loyalty.earning.Earned;
import org.guildhall.loyalty.earning.Setting;
import org.guildhall.loyalty.replay.Chapter;
import org.guildhall.loyalty.tiers.Formula;
import org.guildhall.loyalty.tiers.Sums;
import org.guildhall.loyalty.tiers.TiersPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The smallest single purchase that makes up what is missing, found with the very rules that would be applied to it: bought
 * today, of nothing special, in no particular store.
 */
final class ShortestWay {

    private static final long MOST_MINOR = 1_000_000_000_000L;
    private static final MemberId SOMEBODY = MemberId.of(new UUID(0, 0));

    private final Chapter chapter;
    private final Setting setting;

    ShortestWay(Chapter chapter, TiersPolicy.Tier tier, LocalDate today) {
        this.chapter = chapter;
        setting = new Setting(today, tier.code(), tier.multiplier(), false, null, Setting.Room.UNLIMITED);
    }

    /** The smallest purchase after which what a member has comes to the threshold; absent when no amount would do. */
    @Nullable
    Money spendFor(TiersPolicy.Measure measure, Formula formula, Sums have, long threshold) {
        return switch (measure) {
            case VISITS -> null;
            case SPEND -> money(Math.max(1, threshold - have.spend()));
            case GROWTH -> searched(brought -> have.growth() + brought.growth() >= threshold);
            case POINTS -> searched(brought -> have.points() + brought.points() >= threshold);
            case FORMULA -> searched(brought -> formula.score(have.plus(brought)) >= threshold);
        };
    }

    private @Nullable Money searched(Predicate<Sums> enough) {
        if (!enough.test(brings(MOST_MINOR))) {
            return null;
        }
        long low = 0;
        long high = MOST_MINOR;
        while (high - low > 1) {
            long middle = (low + high) / 2;
            if (enough.test(brings(middle))) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return money(high);
    }

    private Sums brings(long minor) {
        var fact = new PurchaseFact("", "", SOMEBODY, Instant.EPOCH, null, null, money(minor), List.of(), null);
        Earned earned = chapter.earning().earn(new Basket(fact, minor, new long[0]), setting);
        return new Sums(earned.growth(), minor, 1, earned.points());
    }

    /** An amount of the base currency. */
    Money money(long minor) {
        return new Money(minor, chapter.earning().exchange().base());
    }
}
