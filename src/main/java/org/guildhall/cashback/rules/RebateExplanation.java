package org.guildhall.cashback.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Money;

/** Tells why a share is what it is. */
public final class RebateExplanation {

    private RebateExplanation() {}

    /** Line by line, then what cut it, then when it is credited. */
    public static Explanation of(Share share) {
        var parts = new ArrayList<Explanation>();
        if (share.tooSmall()) {
            parts.add(Explanation.of(
                    "cashback.below-least",
                    "left",
                    money(share, share.goods().left()),
                    "least",
                    money(share, share.least())));
        }
        for (var line : share.lines()) {
            parts.add(
                    line.rate() == null
                            ? Explanation.of(
                                    "cashback.no-rate", "line", line.number(), "base", money(share, line.base()))
                            : Explanation.of(
                                    share.level() == 0 ? "cashback.line" : "cashback.level-line",
                                    "line",
                                    line.number(),
                                    "rate",
                                    line.rate(),
                                    "percent",
                                    percent(line.basisPoints()),
                                    "base",
                                    money(share, line.base()),
                                    "amount",
                                    money(share, line.uncapped())));
        }
        if (share.uncapped() > share.amount()) {
            boolean purchase = share.room().purchase() <= share.room().month();
            parts.add(
                    purchase
                            ? Explanation.of(
                                    "cashback.capped-purchase",
                                    "most",
                                    money(share, share.room().purchase()))
                            : Explanation.of(
                                    "cashback.capped-month",
                                    "left",
                                    money(share, share.room().month())));
        }
        parts.add(Explanation.of("cashback.settles", "day", share.settlesOn().toString()));
        return Explanation.of(
                        share.level() == 0 ? "cashback.purchase" : "cashback.commission",
                        "number",
                        share.goods().number(),
                        "level",
                        share.level(),
                        "amount",
                        money(share, share.amount()))
                .by(share.rule())
                .with(parts);
    }

    private static Money money(Share share, long minor) {
        return new Money(minor, share.goods().currency());
    }

    private static String percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString();
    }
}
