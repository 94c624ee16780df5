package org.guildhall.mall.redeeming;

import java.util.List;
import java.util.Objects;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.mall.MallRefusal;
import org.guildhall.mall.Redeem;
import org.guildhall.mall.RedemptionPrice;
import org.jspecify.annotations.Nullable;

/** Holds what was shown and what was paid against what an order costs now: a pure function. */
final class Agreement {

    private Agreement() {}

    /** Why the order is not what was agreed on; null if it is. */
    static Refusal.@Nullable Reason broken(
            RedemptionPrice now, @Nullable RedemptionPrice shown, List<Redeem.Tender> paid) {
        var outdated = shown == null ? null : outdated(shown, now);
        return outdated == null ? unpaid(now.cash(), paid) : outdated;
    }

    private static Refusal.@Nullable Reason outdated(RedemptionPrice shown, RedemptionPrice now) {
        if (shown.points() != now.points()) {
            return new MallRefusal.PriceOutdated(shown.points(), now.points());
        }
        var then = shown.cash() == null ? none(now.cash()) : shown.cash();
        return Objects.equals(shown.cash(), now.cash()) || then == null
                ? null
                : new MallRefusal.CashOutdated(then, now.cash() == null ? new Money(0, then.currency()) : now.cash());
    }

    private static @Nullable Money none(@Nullable Money like) {
        return like == null ? null : new Money(0, like.currency());
    }

    private static Refusal.@Nullable Reason unpaid(@Nullable Money price, List<Redeem.Tender> paid) {
        if (price == null && paid.isEmpty()) {
            return null;
        }
        var due = price == null ? new Money(0, paid.getFirst().amount().currency()) : price;
        var sum = new Money(0, due.currency());
        for (int i = 0; i < paid.size(); i++) {
            var amount = paid.get(i).amount();
            if (!amount.currency().equals(due.currency())) {
                return new InvalidInput(List.of(
                        new Refusal.Field("payment.tenders[" + i + "].amount", amount.currency(), "same-currency")));
            }
            sum = sum.plus(amount);
        }
        return sum.equals(due) ? null : new MallRefusal.PaymentsDiffer(due, sum);
    }
}
