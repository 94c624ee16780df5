package org.guildhall.mall.orders;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        return Stream.concat(
                        MallTimelineStore.MOMENTS.stream().map(MallTimelineStore.Moment::kind),
                        Stream.of(MallTimelineStore.PAID, MallTimelineStore.PAID_BACK))
                .collect(Collectors.toSet());
    }

    @Override
    public Permission permission(String kind) {
        return MallPermissions.READ;
    }

    @Override
    public List<TimelineEntry> timeline(MemberId member, TimelineQuery query) {
        var moments = MallTimelineStore.MOMENTS.stream()
                .filter(moment -> query.wants(moment.kind()))
                .flatMap(moment -> store.entries(member, moment, query).stream());
        var money = Stream.of(MallTimelineStore.PAID, MallTimelineStore.PAID_BACK)
                .filter(query::wants)
                .flatMap(kind -> store.money(member, kind.equals(MallTimelineStore.PAID_BACK), query).stream());
        return Stream.concat(moments, money).toList();
    }

    @Override
    public void erase(MemberId member) {
        store.erase(member);
    }
}
