package org.guildhall.loyalty.noting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Booked;
import org.guildhall.ledger.Ledger;
import org.guildhall.ledger.ModuleLaw.Finding;
import org.guildhall.loyalty.purchases.Histories;
import org.guildhall.loyalty.replay.MemberHistory;
import org.guildhall.loyalty.replay.MemberReplay;
import org.guildhall.loyalty.replay.RuleBooks;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What occasions of before today brought, and what went back, is what the ledger holds for them. Those of today may still be
 * under a version that was published today and is being carried out; of erased members nothing personal is replayed.
 */
@Component
class AsReplayed {

    private static final int AT_ONCE = 500;

    private final OccasionStore store;
    private final ObjectProvider<Histories> histories;
    private final ObjectProvider<Ledger> ledger;
    private final RuleBooks books;
    private final BusinessTime time;

    AsReplayed(
            OccasionStore store,
            ObjectProvider<Histories> histories,
            ObjectProvider<Ledger> ledger,
            RuleBooks books,
            BusinessTime time) {
        this.store = store;
        this.histories = histories;
        this.ledger = ledger;
        this.books = books;
        this.time = time;
    }

    Finding look() {
        var before = time.startOf(time.today());
        long covered = 0;
        var last = new UUID(0, 0);
        while (true) {
            var members = store.members(last, before, AT_ONCE);
            if (members.isEmpty()) {
                return new Finding(covered, null);
            }
            var booked = booked(members);
            for (var history :
                    histories.getObject().of(members, books.current().byLine()).values()) {
                var broken = history.erased() ? null : breach(history, booked);
                if (broken != null) {
                    return new Finding(covered, broken);
                }
                covered += history.occasions().size();
            }
            last = members.getLast().value();
        }
    }

    private record Sums(long points, long growth) {

        Sums plus(Booked one) {
            return one.asset().equals(Asset.POINTS)
                    ? new Sums(points + one.amount(), growth)
                    : new Sums(points, growth + one.amount());
        }
    }

    private Map<UUID, Sums> booked(List<MemberId> members) {
        var sums = new HashMap<UUID, Sums>();
        ledger.getObject()
                .booked(members)
                .forEach(one -> sums.put(
                        one.causeId(),
                        sums.getOrDefault(one.causeId(), new Sums(0, 0)).plus(one)));
        return sums;
    }

    private @Nullable String breach(MemberHistory history, Map<UUID, Sums> booked) {
        var today = time.today();
        for (var award : MemberReplay.of(books.current(), history, today).awards()) {
            if (award.ofPurchase() || !time.dateOf(award.at()).isBefore(today)) {
                continue;
            }
            var held = booked.getOrDefault(award.fact(), new Sums(0, 0));
            if (held.points != award.points() || held.growth != award.growth()) {
                return "occasion " + award.fact() + " of member " + history.member() + " brings " + award.points()
                        + " points and " + award.growth() + " growth, booked are " + held.points + " and "
                        + held.growth;
            }
        }
        return null;
    }
}
