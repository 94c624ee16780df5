package org.guildhall.members.timeline;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.members.Participant;
import org.guildhall.members.TimelineEntry;
import org.guildhall.members.TimelineQuery;
import org.guildhall.platform.Cursors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Merges the participants' parts of a timeline, newest first, one page at a time. */
@Component
public class Timelines {

    private static final Comparator<TimelineEntry> NEWEST_FIRST = Comparator.comparing(TimelineEntry::occurredAt)
            .thenComparing(TimelineEntry::id, Timelines::asStored)
            .reversed();

    private final ObjectProvider<Participant> participants;

    Timelines(ObjectProvider<Participant> participants) {
        this.participants = participants;
    }

    /** One page of everything told about a member. */
    public Slice<TimelineEntry> page(
            MemberId member, Set<String> kinds, @Nullable Instant knownAt, @Nullable String cursor, int limit) {
        if (limit < 1 || limit > Slice.PAGE_LIMIT) {
            throw InvalidInput.of("limit", limit, "page-limit");
        }
        var query = new TimelineQuery(position(cursor), kinds, knownAt, limit + 1);
        var entries = new ArrayList<TimelineEntry>();
        participants.forEach(participant -> {
            if (participant.kinds().stream().anyMatch(query::wants)) {
                entries.addAll(participant.timeline(member, query));
            }
        });
        entries.sort(NEWEST_FIRST);
        var page = List.copyOf(entries.subList(0, Math.min(entries.size(), limit + 1)));
        return Slice.cut(page, limit, entry -> Cursors.encode(entry.occurredAt(), entry.id()), null);
    }

    /** The kinds of entries there are. */
    public Set<String> kinds() {
        var kinds = new TreeSet<String>();
        participants.forEach(participant -> kinds.addAll(participant.kinds()));
        return kinds;
    }

    private static TimelineQuery.@Nullable Before position(@Nullable String cursor) {
        var values = Cursors.decode(cursor, 2);
        if (values.isEmpty()) {
            return null;
        }
        try {
            return new TimelineQuery.Before(Instant.parse(values.getFirst()), UUID.fromString(values.get(1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw InvalidInput.of("cursor", cursor, "cursor");
        }
    }

    /** PostgreSQL orders UUIDs as unsigned bytes, Java as signed numbers. */
    static int asStored(UUID a, UUID b) {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    }
}
