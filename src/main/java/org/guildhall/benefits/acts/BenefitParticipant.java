package org.guildhall.benefits.acts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.guildhall.access.Permission;
import org.guildhall.benefits.BenefitPermissions;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.Participant;
import org.guildhall.members.TimelineEntry;
import org.guildhall.members.TimelineQuery;
import org.springframework.stereotype.Component;

/** Benefits' part of a member's timeline and of erasure: what was given by hand ends with the member; uses stay, without words. */
@Component
class BenefitParticipant implements Participant {

    private final BenefitTimelineStore timeline;
    private final GrantStore grants;
    private final BusinessTime time;
    private final Map<String, BiFunction<MemberId, TimelineQuery, List<TimelineEntry>>> sources = new LinkedHashMap<>();

    BenefitParticipant(BenefitTimelineStore timeline, GrantStore grants, BusinessTime time) {
        this.timeline = timeline;
        this.grants = grants;
        this.time = time;
        sources.put("benefits.granted", timeline::given);
        sources.put("benefits.revoked", timeline::revoked);
        sources.put("benefits.used", timeline::used);
        sources.put("benefits.taken-back", timeline::takenBack);
    }

    @Override
    public String module() {
        return "benefits";
    }

    @Override
    public Set<String> kinds() {
        return sources.keySet();
    }

    @Override
    public Permission permission(String kind) {
        return BenefitPermissions.READ;
    }

    @Override
    public List<TimelineEntry> timeline(MemberId member, TimelineQuery query) {
        var entries = new ArrayList<TimelineEntry>();
        sources.forEach((kind, source) -> {
            if (query.wants(kind)) {
                entries.addAll(source.apply(member, query));
            }
        });
        return entries;
    }

    @Override
    public void erase(MemberId member) {
        for (var given : grants.of(member)) {
            grants.lock(given.id());
            var act = Act.of("erase", given.id().toString(), member);
            grants.revoke(given.id(), act, "", time.now());
        }
        timeline.erase(member);
    }
}
