package org.guildhall.lottery.terms;

import java.util.Objects;
import java.util.Optional;
import org.guildhall.coupons.PrizeCoupons;
import org.guildhall.kernel.Refusal;
import org.guildhall.lottery.Award;
import org.guildhall.lottery.LotteryDetails;
import org.guildhall.lottery.LotteryRefusal;
import org.guildhall.lottery.Prize;
import org.guildhall.mall.PrizeRedemptions;
import org.springframework.stereotype.Component;

/** Whether what can be won is there when a lottery is published and when it opens. */
@Component
class Readiness {

    private final PrizeCoupons coupons;
    private final PrizeRedemptions redemptions;

    Readiness(PrizeCoupons coupons, PrizeRedemptions redemptions) {
        this.coupons = coupons;
        this.redemptions = redemptions;
    }

    /** Refuses the first prize that could not be given; within the caller's transaction. */
    void require(LotteryDetails details) {
        for (var prize : details.prizes()) {
            hindrance(details, prize).ifPresent(cause -> {
                throw Refusal.of(new LotteryRefusal.PrizeNotReady(prize.name(), cause));
            });
        }
    }

    private Optional<String> hindrance(LotteryDetails details, Prize prize) {
        long stock = Objects.requireNonNullElse(prize.stock(), 1L);
        return switch (prize.award()) {
            case Award.OfCoupon(var batch) ->
                coupons.hindrance(batch, new PrizeCoupons.Wanted(stock, details.perMember(), details.lastDay()));
            case Award.OfReward(var reward, var days) ->
                redemptions.hindrance(reward, stock, details.firstDay(), details.lastDay());
            case Award.OfPoints points -> Optional.empty();
            case Award.OfThing thing -> Optional.empty();
            case Award.OfNothing nothing -> Optional.empty();
        };
    }
}
