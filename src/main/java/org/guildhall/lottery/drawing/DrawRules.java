package org.guildhall.lottery.drawing;

import java.time.LocalDate;
import org.guildhall.kernel.UnitId;
import org.guildhall.lottery.LotteryDetails;
import org.guildhall.lottery.LotteryRefusal;
import org.guildhall.lottery.LotteryView.State;
import org.jspecify.annotations.Nullable;

/** The rule book of drawing on one screen: what is asked and what is known decide, nothing else. */
final class DrawRules {

    private DrawRules() {}

    /** A lottery as it stands. */
    record Held(LotteryDetails details, State state) {}

    /** Who wants to draw, where and when. */
    record Asked(@Nullable String tier, @Nullable UnitId store, LocalDate day) {}

    /** Draws of the member that stand: in all, free ones among them, and today. */
    record Past(int standing, int free, int today) {}

    static @Nullable LotteryRefusal refusal(Held lottery, Asked asked, Past past) {
        var details = lottery.details;
        if (lottery.state != State.OPEN) {
            return new LotteryRefusal.NotOpen(details.name(), lottery.state);
        }
        if (asked.day.isBefore(details.firstDay()) || asked.day.isAfter(details.lastDay())) {
            return new LotteryRefusal.NotToday(details.name(), details.firstDay(), details.lastDay());
        }
        if (!details.stores().isEmpty()
                && (asked.store == null || !details.stores().contains(asked.store))) {
            return new LotteryRefusal.NotAtThisStore();
        }
        if (!details.tiers().isEmpty()
                && (asked.tier == null || !details.tiers().contains(asked.tier))) {
            return new LotteryRefusal.NotForThisTier(asked.tier == null ? "" : asked.tier);
        }
        var perMember = details.perMember();
        if (perMember != null && past.standing >= perMember) {
            return new LotteryRefusal.LimitReached(perMember);
        }
        var perDay = details.perDay();
        return perDay != null && past.today >= perDay ? new LotteryRefusal.DailyLimit(perDay) : null;
    }

    /** Whether the next draw costs nothing. */
    static boolean free(LotteryDetails details, Past past) {
        return past.free < details.freeDraws();
    }

    /** The place of the prize that is given: the one that was hit while there are any, then the consolation. */
    static int given(LotteryDetails details, int drawn, @Nullable Long hit) {
        var stock = details.prizes().get(drawn).stock();
        return stock == null || (hit != null && hit <= stock) ? drawn : details.consolationPlace();
    }
}
