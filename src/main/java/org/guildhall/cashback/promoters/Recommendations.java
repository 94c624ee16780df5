package org.guildhall.cashback.promoters;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.guildhall.access.Access;
import org.guildhall.cashback.rules.Uplines;
import org.guildhall.jooq.cashback.tables.records.PromoterEndRecord;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.TimelineEntry;
import org.guildhall.members.TimelineQuery;
import org.springframework.stereotype.Component;

/** Tells who recommended whom, and what became of promoters. */
@Component
public class Recommendations {

    /** The kinds of timeline entries told here. */
    public static final Set<String> KINDS = Set.of("cashback.enrolled", "cashback.promoter-ended", "cashback.bound");

    private final PromoterStore store;
    private final PromoterTimelineStore timeline;
    private final Access access;
    private final BusinessTime time;

    Recommendations(PromoterStore store, PromoterTimelineStore timeline, Access access, BusinessTime time) {
        this.store = store;
        this.timeline = timeline;
        this.access = access;
        this.time = time;
    }

    /** Who recommended these members, and who recommended those. */
    public Uplines above(Collection<MemberId> buyers) {
        return store.uplines(buyers);
    }

    /** This part of a member's timeline. */
    public List<TimelineEntry> timeline(MemberId member, TimelineQuery query) {
        var entries = new ArrayList<TimelineEntry>();
        if (query.wants("cashback.enrolled")) {
            entries.addAll(timeline.enrolled(member, query));
        }
        if (query.wants("cashback.promoter-ended")) {
            entries.addAll(timeline.ended(member, query));
        }
        if (query.wants("cashback.bound")) {
            entries.addAll(timeline.bound(member, query));
        }
        return entries;
    }

    /** Whoever is erased recommends nobody any more; the words of staff about them go. */
    public void erase(MemberId member) {
        if (store.promoter(member).isPresent() && store.end(member).isEmpty()) {
            var act = Act.of("erase", member.toString(), member);
            var row = new PromoterEndRecord();
            row.setMemberId(member.value());
            row.setReason("");
            row.setContentHash(act.hash());
            row.setCause(act.id());
            row.setOccurredAt(PromoterStore.at(time.now()));
            row.setRecordedAt(PromoterStore.at(time.now()));
            row.setActor(access.actor().reference());
            store.insert(row);
        }
        store.erase(member);
    }
}
