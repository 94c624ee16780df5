package org.guildhall.checkout.acts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.guildhall.access.Permission;
import org.guildhall.checkout.CheckoutPermissions;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.Participant;
import org.guildhall.members.TimelineEntry;
import org.guildhall.members.TimelineQuery;
import org.springframework.stereotype.Component;

/** The counter's part of a member's timeline. */
@Component
class CheckoutParticipant implements Participant {

    private final CheckoutTimelineStore store;

    CheckoutParticipant(CheckoutTimelineStore store) {
        this.store = store;
    }

    @Override
    public String module() {
        return "checkout";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(CheckoutTimelineStore.SOLD, CheckoutTimelineStore.TAKEN_BACK);
    }

    @Override
    public Permission permission(String kind) {
        return CheckoutPermissions.READ;
    }

    @Override
    public List<TimelineEntry> timeline(MemberId member, TimelineQuery query) {
        var entries = new ArrayList<TimelineEntry>();
        if (query.wants(CheckoutTimelineStore.SOLD)) {
            entries.addAll(store.sold(member, query));
        }
        if (query.wants(CheckoutTimelineStore.TAKEN_BACK)) {
            entries.addAll(store.takenBack(member, query));
        }
        return entries;
    }

    @Override
    public void erase(MemberId member) {
        store.erase(member);
    }
}
