package org.guildhall.loyalty.purchases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Ledger;
import org.guildhall.loyalty.BatchDependants;
import org.springframework.stereotype.Component;

/** Finds who has gone on since a batch was recorded, some thousand members a statement. */
@Component
class Dependants {

    private static final int CHUNK = 5_000;

    private final Histories histories;
    private final Ledger ledger;

    Dependants(Histories histories, Ledger ledger) {
        this.histories = histories;
        this.ledger = ledger;
    }

    BatchDependants of(UUID batch, Collection<MemberId> members, Instant otherwise) {
        var all = List.copyOf(members);
        var spent = new ArrayList<MemberId>();
        var bought = new ArrayList<MemberId>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            var chunk = all.subList(from, Math.min(from + CHUNK, all.size()));
            Map<MemberId, Instant> since = new HashMap<>();
            chunk.forEach(member -> since.put(member, otherwise));
            since.putAll(histories.recordedBy(batch, chunk));
            spent.addAll(ledger.spentSince(since, Asset.POINTS));
            bought.addAll(histories.boughtSince(batch, since));
        }
        return new BatchDependants(spent, bought);
    }
}
