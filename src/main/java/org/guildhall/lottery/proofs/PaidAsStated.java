package org.guildhall.lottery.proofs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Ledger;
import org.guildhall.ledger.ModuleLaw.Finding;
import org.guildhall.lottery.proofs.LotteryLawStore.Paid;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Every draw cost its stated price, as the ledger has it, and a cancelled one gave exactly that back. */
final class PaidAsStated {

    private static final int PAGE = 2_000;

    private final LotteryLawStore store;
    private final ObjectProvider<Ledger> ledger;

    PaidAsStated(LotteryLawStore store, ObjectProvider<Ledger> ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    Finding look() {
        long covered = 0;
        long after = 0;
        List<Paid> page;
        do {
            page = store.paid(after, PAGE);
            var moved = moved(page);
            var cancelled = new HashSet<>(store.cancelled(
                    page.stream().map(paid -> paid.draw().getDrawId()).toList()));
            for (var paid : page) {
                covered++;
                after = paid.draw().getPosition();
                var broken = breach(paid, moved, cancelled);
                if (broken != null) {
                    return new Finding(covered, broken);
                }
            }
        } while (page.size() == PAGE);
        return new Finding(covered, null);
    }

    private Map<UUID, Long> moved(List<Paid> page) {
        var postings = new HashMap<UUID, MemberId>();
        for (var paid : page) {
            var member = new MemberId(paid.draw().getMemberId());
            if (paid.draw().getPostingId() != null) {
                postings.put(paid.draw().getPostingId(), member);
            }
            if (paid.back() != null) {
                postings.put(paid.back(), member);
            }
        }
        return postings.isEmpty() ? Map.of() : ledger.getObject().moved(Asset.POINTS, postings);
    }

    private static @Nullable String breach(Paid paid, Map<UUID, Long> moved, Set<UUID> cancelled) {
        var draw = paid.draw();
        long stated = draw.getFree() ? 0 : paid.price();
        long taken = draw.getPostingId() == null ? 0 : -moved.getOrDefault(draw.getPostingId(), 0L);
        long back = paid.back() == null ? 0 : moved.getOrDefault(paid.back(), 0L);
        long due = cancelled.contains(draw.getDrawId()) ? stated : 0;
        return draw.getPoints() == stated && taken == stated && back == due
                ? null
                : "draw " + draw.getDrawId() + " is stated to cost " + stated + " points, says " + draw.getPoints()
                        + ", took " + taken + " and gave back " + back + " of " + due;
    }
}
