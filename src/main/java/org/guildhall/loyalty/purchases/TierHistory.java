package org.guildhall.loyalty.purchases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.TierAsked;
import org.guildhall.loyalty.TierChangeView;
import org.guildhall.loyalty.TierThen;
import org.springframework.stereotype.Component;

/** Tells a member's tier history, with what was once believed and later withdrawn. */
@Component
public class TierHistory {

    private final TierHistoryStore store;

    TierHistory(TierHistoryStore store) {
        this.store = store;
    }

    /** The members' tiers as last recorded. */
    public Map<MemberId, String> current(Collection<MemberId> members) {
        return store.current(members);
    }

    /** The tiers these members had at an instant, as known after some steps of their history. */
    public List<TierThen> then(List<TierAsked> asked) {
        return store.then(asked);
    }

    /** The steps, newest first. */
    public List<TierChangeView> of(MemberId member) {
        var rows = store.rows(member);
        Map<Integer, Instant> withdrawn = new HashMap<>();
        for (var row : rows) {
            if (row.getWithdraws() != null) {
                withdrawn.put(row.getWithdraws(), row.getRecordedAt().toInstant());
            }
        }
        var views = new ArrayList<TierChangeView>();
        for (var row : rows) {
            if (row.getWithdraws() == null) {
                views.add(new TierChangeView(
                        row.getFromTier(),
                        row.getToTier(),
                        row.getReason(),
                        row.getEffectiveAt().toInstant(),
                        row.getRecordedAt().toInstant(),
                        row.getPolicyVersion(),
                        row.getFactId(),
                        withdrawn.get(row.getSeq())));
            }
        }
        return views;
    }
}
