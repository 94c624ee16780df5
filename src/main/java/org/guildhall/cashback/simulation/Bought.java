package org.guildhall.cashback.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.Goods;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.loyalty.SimulatedPeriod;
import org.guildhall.loyalty.SimulationTally;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads what members bought and kept, as a simulation sees it. */
@Component
class Bought {

    private static final String OTHER_CURRENCY = "other-currency";

    private final ObjectProvider<Loyalty> loyalty;
    private final BusinessTime time;

    Bought(ObjectProvider<Loyalty> loyalty, BusinessTime time) {
        this.loyalty = loyalty;
        this.time = time;
    }

    BusinessTime time() {
        return time;
    }

    List<MemberId> next(UUID after, int limit) {
        return loyalty.getObject().buyers(after, limit);
    }

    /** What these members bought since a day, buyer by buyer, each by time. */
    Collection<List<Goods>> since(LocalDate day, Collection<MemberId> buyers, SimulatedPeriod period) {
        var byBuyer = new LinkedHashMap<MemberId, List<Goods>>();
        for (var goods : loyalty.getObject().goodsKnown(buyers, time.startOf(day), period)) {
            byBuyer.computeIfAbsent(goods.member(), id -> new ArrayList<>()).add(goods);
        }
        return byBuyer.values();
    }

    /** Those of the period in a currency; the others of the period are told as left out. */
    static List<Goods> of(SimulatedPeriod period, Currency currency, List<Goods> bought, SimulationTally tally) {
        var within = bought.stream()
                .filter(goods -> period.holds(goods.occurredAt()))
                .toList();
        var counted = within.stream()
                .filter(goods -> goods.currency().equals(currency))
                .toList();
        tally.leftOut(OTHER_CURRENCY, within.size() - counted.size());
        return counted;
    }
}
