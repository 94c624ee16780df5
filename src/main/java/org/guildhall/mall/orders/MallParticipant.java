package org.guildhall.mall.orders;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.guildhall.access.Permission;
import org.guildhall.kernel.MemberId;
import org.guildhall.mall.MallPermissions;
import org.guildhall.members.Participant;
import org.guildhall.members.TimelineEntry;
import org.guildhall.members.TimelineQuery;
import org.springframework.stereotype.Component;

/** The mall's part of a member's timeline. */
@Component
class MallParticipant implements Participant {

    private final MallTimelineStore store;

    MallParticipant(MallTimelineStore store) {
        this.store = store;
    }

    @Override
    public String module() {
        return "mall";
    }

    @Override
    public Set<String> kinds() {
        return MallTimelineStore.MOMENTS.stream()
                .map(MallTimelineStore.Moment::kind)
                .collect(Collectors.toSet());
    }

    @Override
    public Permission permission(String kind) {
        return MallPermissions.READ;
    }

    @Override
    public List<TimelineEntry> timeline(MemberId member, TimelineQuery query) {
        return MallTimelineStore.MOMENTS.stream()
                .filter(moment -> query.wants(moment.kind()))
                .flatMap(moment -> store.entries(member, moment, query).stream())
                .toList();
    }

    @Override
    public void erase(MemberId member) {
        store.erase(member);
    }
}
