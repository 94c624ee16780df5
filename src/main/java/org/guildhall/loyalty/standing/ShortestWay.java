package org.guildhall.loyalty.standing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.loyalty.earning.Basket;
import org.guildhall.loyalty.earning.Earned;
import org.guildhall.loyalty.earning.Setting;
import org.guildhall.loyalty.replay.Chapter;
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

    @Nullable
    Money spendFor(TiersPolicy.Measure measure, long missing) {
        return switch (measure) {
            case VISITS -> null;
            case SPEND -> money(missing);
            case GROWTH, POINTS -> searched(measure, missing);
        };
    }

    private @Nullable Money searched(TiersPolicy.Measure measure, long missing) {
        if (brings(measure, MOST_MINOR) < missing) {
            return null;
        }
        long low = 0;
        long high = MOST_MINOR;
        while (high - low > 1) {
            long middle = (low + high) / 2;
            if (brings(measure, middle) >= missing) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return money(high);
    }

    private long brings(TiersPolicy.Measure measure, long minor) {
        var fact = new PurchaseFact("", "", SOMEBODY, Instant.EPOCH, null, null, money(minor), List.of(), null);
        Earned earned = chapter.earning().earn(new Basket(fact, minor, new long[0]), setting);
        return measure == TiersPolicy.Measure.GROWTH ? earned.growth() : earned.points();
    }

    private Money money(long minor) {
        return new Money(minor, chapter.earning().exchange().base());
    }
}
