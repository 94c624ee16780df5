package org.guildhall.cashback.spending;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.TimelineEntry;
import org.guildhall.members.TimelineQuery;
import org.springframework.stereotype.Component;

/** Tells what a member paid with cashback. */
@Component
public class Uses {

    static final String USED = "cashback.used";
    static final String TAKEN_BACK = "cashback.use-taken-back";

    static final String GIVEN_BACK = "cashback.use-given-back";

    /** The kinds of timeline entries told here. */
    public static final Set<String> KINDS = Set.of(USED, TAKEN_BACK, GIVEN_BACK);

    private final UseStore store;

    Uses(UseStore store) {
        this.store = store;
    }

    /** This part of a member's timeline. */
    public List<TimelineEntry> timeline(MemberId member, TimelineQuery query) {
        var entries = new ArrayList<TimelineEntry>();
        if (query.wants(USED)) {
            entries.addAll(store.used(member, query));
        }
        if (query.wants(TAKEN_BACK)) {
            entries.addAll(store.takenBack(member, query));
        }
        if (query.wants(GIVEN_BACK)) {
            entries.addAll(store.partlyBack(member, query));
        }
        return entries;
    }

    /** Removes what staff wrote about this member. */
    public void erase(MemberId member) {
        store.erase(member);
    }
}
