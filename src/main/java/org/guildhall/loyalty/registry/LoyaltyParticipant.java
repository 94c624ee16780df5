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

/** Loyalty's part of a member's timeline: purchases, returns, occasions and tiers. */
@Component
class LoyaltyParticipant implements Participant {

    private static final String OCCASION = "loyalty.occasion";
    private static final String TAKEN_BACK = "loyalty.occasion-taken-back";

    private final TimelineStore store;
    private final OccasionTimelineStore occasions;

    LoyaltyParticipant(TimelineStore store, OccasionTimelineStore occasions) {
        this.store = store;
        this.occasions = occasions;
    }

    @Override
    public String module() {
        return "loyalty";
    }

    @Override
    public Set<String> kinds() {
        return Set.of("loyalty.purchase", "loyalty.return", "loyalty.tier", OCCASION, TAKEN_BACK);
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
        if (query.wants(OCCASION)) {
            entries.addAll(occasions.occasions(member, query));
        }
        if (query.wants(TAKEN_BACK)) {
            entries.addAll(occasions.takenBack(member, query));
        }
        return entries;
    }

    @Override
    public void erase(MemberId member) {
        store.erase(member);
        occasions.erase(member);
    }
}
