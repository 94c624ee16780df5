package org.guildhall.loyalty.purchases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.Goods;
import org.guildhall.loyalty.SimulatedPeriod;
import org.guildhall.loyalty.TierAsked;
import org.guildhall.loyalty.replay.Kept;
import org.guildhall.loyalty.replay.MemberHistory;
import org.springframework.stereotype.Component;

/** Tells what members kept of what they bought, and on which tier they bought it. */
@Component
public class GoodsBook {

    private final Histories histories;
    private final TierHistory tiers;

    GoodsBook(Histories histories, TierHistory tiers) {
        this.histories = histories;
        this.tiers = tiers;
    }

    /** The purchases of these members since an instant, each member's by time. */
    public List<Goods> of(Collection<MemberId> members, Instant since) {
        return kept(histories.of(members, true).values(), since);
    }

    /** The same as far as it was known by an instant, and as if nothing had happened after the period. */
    public List<Goods> known(Collection<MemberId> members, Instant since, SimulatedPeriod period) {
        var known = histories.known(members, true, period.knownAt()).values().stream()
                .map(history -> history.until(period.end()))
                .toList();
        return kept(known, since);
    }

    /** How many purchases of the period, known by then, came from anywhere else than a source. */
    public long purchasesElsewhere(String source, SimulatedPeriod period) {
        return histories.purchasesElsewhere(source, period);
    }

    private List<Goods> kept(Collection<MemberHistory> by, Instant since) {
        var goods = new ArrayList<Goods>();
        by.forEach(history -> Kept.of(history).stream()
                .filter(one -> !one.occurredAt().isBefore(since))
                .forEach(goods::add));
        if (goods.isEmpty()) {
            return goods;
        }
        var known = tiers.then(goods.stream()
                .map(one -> new TierAsked(one.member(), one.occurredAt().minusNanos(1_000), null))
                .toList());
        for (int i = 0; i < goods.size(); i++) {
            goods.set(i, goods.get(i).on(known.get(i).tier()));
        }
        return goods;
    }

    /** Members who were ever counted, in the order of their identifiers. */
    public List<MemberId> buyers(UUID after, int limit) {
        return histories.members(after, limit);
    }

    /** Members with a purchase or return that occurred since, in the order of their identifiers. */
    public List<MemberId> buyersSince(Instant since, UUID after, int limit) {
        return histories.activeSince(since, after, limit);
    }
}
