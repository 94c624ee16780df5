package org.guildhall.coupons.acts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guildhall.access.Permission;
import org.guildhall.coupons.CouponFact;
import org.guildhall.coupons.CouponPermissions;
import org.guildhall.jooq.coupons.tables.records.CouponRecord;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.Participant;
import org.guildhall.members.TimelineEntry;
import org.guildhall.members.TimelineQuery;
import org.springframework.stereotype.Component;

/** Coupons' part of a member's timeline and of erasure: what is not used ends with the member. */
@Component
class CouponParticipant implements Participant {

    private final CouponTimelineStore timeline;
    private final CouponStore coupons;
    private final HoldingStore holdings;
    private final BusinessTime time;

    CouponParticipant(CouponTimelineStore timeline, CouponStore coupons, HoldingStore holdings, BusinessTime time) {
        this.timeline = timeline;
        this.coupons = coupons;
        this.holdings = holdings;
        this.time = time;
    }

    @Override
    public String module() {
        return "coupons";
    }

    @Override
    public Set<String> kinds() {
        return Stream.concat(
                        Arrays.stream(CouponFact.Kind.values()).map(CouponTimelineStore::kind),
                        Stream.of(CouponTimelineStore.PASSED_ON))
                .collect(Collectors.toSet());
    }

    @Override
    public Permission permission(String kind) {
        return CouponPermissions.READ;
    }

    @Override
    public List<TimelineEntry> timeline(MemberId member, TimelineQuery query) {
        var entries = new ArrayList<TimelineEntry>();
        for (var kind : CouponFact.Kind.values()) {
            if (query.wants(CouponTimelineStore.kind(kind))) {
                entries.addAll(timeline.entries(member, kind, query));
            }
        }
        if (query.wants(CouponTimelineStore.PASSED_ON)) {
            entries.addAll(timeline.passedOn(member, query));
        }
        return entries;
    }

    @Override
    public void erase(MemberId member) {
        coupons.living(member).stream()
                .map(CouponRecord::getBatchId)
                .distinct()
                .sorted()
                .forEach(holdings::lock);
        var act = Step.Act.of("erase|" + member, member, time.now(), null);
        for (var row : coupons.lockLiving(member)) {
            holdings.withdrawn(row);
            coupons.append(row, Step.of(CouponFact.Kind.WITHDRAWN, act));
        }
        timeline.erase(member);
    }
}
