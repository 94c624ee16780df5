package org.guildhall.loyalty.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.guildhall.access.Permission;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.LoyaltyPermissions;
import org.guildhall.members.Participant;
import org.guildhall.members.TimelineEntry;
import org.guildhall.members.TimelineQuery;
import org.springframework.stereotype.Component;

/** Loyalty's part of a member's timeline: purchases, returns and tiers. */
@Component
class LoyaltyParticipant implements Participant {

    private final TimelineStore store;

    LoyaltyParticipant(TimelineStore store) {
        this.store = store;
    }

    @Override
    public String module() {
        return "loyalty";
    }

    @Override
    public Set<String> kinds() {
        return Set.of("loyalty.purchase", "loyalty.return", "loyalty.tier");
    }

    @Override
    public Permission permission(String kind) {
        return LoyaltyPermissions.READ;
    }

    @Override
    public List<TimelineEntry> timeline(MemberId member, TimelineQuery query) {
        var entries = new ArrayList<TimelineEntry>();
        if (query.wants("loyalty.purchase")) {
            entries.addAll(store.purchases(member, query));
        }
        if (query.wants("loyalty.return")) {
            entries.addAll(store.returns(member, query));
        }
        if (query.wants("loyalty.tier")) {
            entries.addAll(store.tiers(member, query));
        }
        return entries;
    }

    @Override
    public void erase(MemberId member) {
        store.erase(member);
    }
}
