package org.guildhall.cashback.acts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guildhall.access.Permission;
import org.guildhall.cashback.CashbackPermissions;
import org.guildhall.cashback.payouts.PaidOutStore;
import org.guildhall.cashback.promoters.Recommendations;
import org.guildhall.cashback.spending.Uses;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.Participant;
import org.guildhall.members.TimelineEntry;
import org.guildhall.members.TimelineQuery;
import org.springframework.stereotype.Component;

/** Cashback's part of a member's timeline: what was credited, clawed back and paid out; and who recommends and was recommended. */
@Component
class CashbackParticipant implements Participant {

    private final CashbackTimelineStore timeline;
    private final Recommendations recommendations;
    private final Uses uses;
    private final PaidOutStore paidOut;

    CashbackParticipant(
            CashbackTimelineStore timeline, Recommendations recommendations, Uses uses, PaidOutStore paidOut) {
        this.paidOut = paidOut;
        this.uses = uses;
        this.recommendations = recommendations;
        this.timeline = timeline;
    }

    @Override
    public String module() {
        return "cashback";
    }

    @Override
    public Set<String> kinds() {
        return Stream.of(CashbackTimelineStore.KINDS, Recommendations.KINDS, Uses.KINDS, PaidOutStore.KINDS)
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Permission permission(String kind) {
        return Recommendations.KINDS.contains(kind) ? CashbackPermissions.PROMOTERS_READ : CashbackPermissions.READ;
    }

    @Override
    public List<TimelineEntry> timeline(MemberId member, TimelineQuery query) {
        var entries = new ArrayList<>(recommendations.timeline(member, query));
        entries.addAll(uses.timeline(member, query));
        entries.addAll(paidOut.timeline(member, query));
        CashbackTimelineStore.KINDS.stream()
                .filter(query::wants)
                .forEach(kind -> entries.addAll(timeline.entries(kind, member, query)));
        return entries;
    }

    @Override
    public void erase(MemberId member) {
        recommendations.erase(member);
        uses.erase(member);
        paidOut.erase(member);
    }
}
