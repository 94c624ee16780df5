package org.guildhall.lottery.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.guildhall.access.Permission;
import org.guildhall.kernel.MemberId;
import org.guildhall.lottery.LotteryPermissions;
import org.guildhall.members.Participant;
import org.guildhall.members.TimelineEntry;
import org.guildhall.members.TimelineQuery;
import org.springframework.stereotype.Component;

/** Lotteries' part of a member's timeline and of erasure: draws stay under their opaque numbers, words about them go. */
@Component
class LotteryParticipant implements Participant {

    private static final List<String> ENDINGS = List.of("handed-out", "cancelled");

    private final LotteryTimelineStore timeline;

    LotteryParticipant(LotteryTimelineStore timeline) {
        this.timeline = timeline;
    }

    @Override
    public String module() {
        return "lottery";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(LotteryTimelineStore.DRAWN, "lottery.handed-out", "lottery.cancelled");
    }

    @Override
    public Permission permission(String kind) {
        return LotteryPermissions.READ;
    }

    @Override
    public List<TimelineEntry> timeline(MemberId member, TimelineQuery query) {
        var entries = new ArrayList<TimelineEntry>();
        if (query.wants(LotteryTimelineStore.DRAWN)) {
            entries.addAll(timeline.drawn(member, query));
        }
        for (var kind : ENDINGS) {
            if (query.wants("lottery." + kind)) {
                entries.addAll(timeline.ended(member, kind, query));
            }
        }
        return entries;
    }

    @Override
    public void erase(MemberId member) {
        timeline.erase(member);
    }
}
