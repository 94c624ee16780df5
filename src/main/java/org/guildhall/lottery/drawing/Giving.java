package org.guildhall.lottery.drawing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.guildhall.coupons.PrizeCoupons;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.CauseKey;
import org.guildhall.ledger.Ledger;
import org.guildhall.ledger.Movement;
import org.guildhall.ledger.Posting;
import org.guildhall.lottery.Award;
import org.guildhall.lottery.LotteryRefusal;
import org.guildhall.lottery.Prize;
import org.guildhall.lottery.codes.PrizeCodes;
import org.guildhall.mall.PrizeRedemptions;
import org.guildhall.mall.Redeem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes what a draw costs, gives what it won, and undoes both, within the caller's transaction. What the prize is locked comes
 * before the member's account, as everywhere else.
 */
@Component
class Giving {

    /** What draws are to the ledger. */
    static final String CAUSE = "lottery.draw";

    private final Ledger ledger;
    private final PrizeCoupons coupons;
    private final PrizeRedemptions redemptions;
    private final PrizeCodes codes;

    Giving(Ledger ledger, PrizeCoupons coupons, PrizeRedemptions redemptions, PrizeCodes codes) {
        this.ledger = ledger;
        this.coupons = coupons;
        this.redemptions = redemptions;
        this.codes = codes;
    }

    /** What was booked for the cost and the prize, what was won, and the code by which it is picked up. */
    record Given(
            @Nullable UUID cost,
            @Nullable UUID posting,
            @Nullable UUID award,
            @Nullable String code) {}

    /** Takes the cost and gives the prize; refused where points are short or the prize cannot be given. */
    Given give(Wish wish, Prize prize, long cost) {
        return switch (prize.award()) {
            case Award.OfNothing nothing -> new Given(pay(wish, cost), null, null, null);
            case Award.OfThing thing -> new Given(pay(wish, cost), null, null, codes.next());
            case Award.OfPoints(var points, var days) -> {
                var paid = pay(wish, cost);
                yield new Given(paid, grant(wish, points, days), null, null);
            }
            case Award.OfCoupon(var batch) -> {
                var occasion = new PrizeCoupons.Occasion(wish.id().toString(), wish.at(), prize.name());
                var coupon = ready(prize, () -> coupons.issue(batch, wish.member(), occasion));
                yield new Given(pay(wish, cost), null, coupon, null);
            }
            case Award.OfReward(var reward, var days) -> {
                long price = ready(prize, () -> redemptions.price(reward, wish.member()));
                var paid = pay(wish, cost);
                var posting = grant(wish, price, days);
                var redeem = Redeem.forPoints(wish.member(), reward, 1, null);
                var key = "prize|" + wish.id();
                var ordered = ready(prize, () -> redemptions.order(redeem, key, after(wish, 2)));
                yield new Given(paid, posting, ordered.redemption(), ordered.code());
            }
        };
    }

    /** Takes the prize away and gives the cost back; the posting that did the latter. */
    @Nullable
    UUID takeBack(Stored draw, String reason, Instant at, @Nullable Instant booked) {
        var award = draw.row().getAwardId();
        switch (draw.given().award()) {
            case Award.OfCoupon coupon ->
                coupons.withdraw(award, new PrizeCoupons.Occasion("back|" + draw.id(), at, reason));
            case Award.OfReward reward ->
                redemptions.cancel(award, reason, draw.id().toString());
            case Award.OfPoints points -> {}
            case Award.OfThing thing -> {}
            case Award.OfNothing nothing -> {}
        }
        if (draw.row().getAwardPosting() != null) {
            ledger.reverse(
                    CauseKey.of("lottery-prize-back|" + draw.id()), draw.row().getAwardPosting(), booked);
        }
        return draw.row().getPostingId() == null
                ? null
                : ledger.reverse(
                                CauseKey.of("lottery-draw-back|" + draw.id()),
                                draw.row().getPostingId(),
                                booked)
                        .postingId();
    }

    private @Nullable UUID pay(Wish wish, long cost) {
        return cost == 0 ? null : post(wish, "lottery-draw", wish.booked(), new Movement.Spend(Asset.POINTS, cost));
    }

    private UUID grant(Wish wish, long points, int validDays) {
        var grant = new Movement.Grant(Asset.POINTS, points, wish.day().plusDays(validDays));
        return post(wish, "lottery-prize", after(wish, 1), grant);
    }

    private UUID post(Wish wish, String kind, @Nullable Instant at, Movement movement) {
        var key = CauseKey.of(kind + "|" + wish.id());
        var posting = new Posting(key, wish.member(), kind, at, CAUSE, wish.id(), List.of(movement), null, 0);
        return ledger.post(List.of(posting)).getFirst().postingId();
    }

    /** At one instant the ledger grants before it spends; what is won comes after what it cost. */
    private static @Nullable Instant after(Wish wish, int steps) {
        return wish.booked() == null ? null : wish.booked().plusNanos(steps * 1_000L);
    }

    /** What another module refuses to give is refused as a draw: nothing is charged, and the number is drawn again. */
    private static <T> T ready(Prize prize, Supplier<T> work) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            throw Refusal.of(new LotteryRefusal.PrizeCannotBeGiven(
                    prize.name(), refusal.reason().code()));
        }
    }
}
