package org.guildhall.members.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.guildhall.access.Permission;
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

    /** The page asked for: of these kinds (all if empty), as known at a moment, after a cursor. */
    public record Asked(
            Set<String> kinds,
            @Nullable Instant knownAt,
            @Nullable String cursor,
            int limit) {}

    /** One page of what is told about a member to somebody who sees what these permissions open. */
    public Slice<TimelineEntry> page(MemberId member, Asked asked, Predicate<Permission> sees) {
        int limit = asked.limit();
        var cursor = asked.cursor();
        if (limit < 1 || limit > Slice.PAGE_LIMIT) {
            throw InvalidInput.of("limit", limit, "page-limit");
        }
        var query = new TimelineQuery(position(cursor), asked.kinds(), asked.knownAt(), limit + 1);
        var entries = new ArrayList<TimelineEntry>();
        participants.forEach(participant -> {
            var kinds = participant.kinds();
            var told = kinds.stream()
                    .filter(kind -> query.wants(kind) && sees.test(participant.permission(kind)))
                    .collect(Collectors.toSet());
            if (!told.isEmpty()) {
                entries.addAll(participant.timeline(
                        member,
                        told.size() == kinds.size()
                                ? query
                                : new TimelineQuery(query.before(), told, query.knownAt(), query.limit())));
            }
        });
        entries.sort(NEWEST_FIRST);
        var page = List.copyOf(entries.subList(0, Math.min(entries.size(), limit + 1)));
        return Slice.cut(page, limit, entry -> Cursors.encode(entry.occurredAt(), entry.id()), null);
    }

    /** The kinds of entries that somebody with these permissions may be told of. */
    public Set<String> kinds(Predicate<Permission> sees) {
        var kinds = new TreeSet<String>();
        participants.forEach(participant -> participant.kinds().stream()
                .filter(kind -> sees.test(participant.permission(kind)))
                .forEach(kinds::add));
        return kinds;
    }

    private static TimelineQuery.@Nullable Before position(@Nullable String cursor) {
        var values = Cursors.decode(cursor, 2);
        return values.isEmpty() ? null : new TimelineQuery.Before(values.moment(0), values.id(1));
    }

    /** PostgreSQL orders UUIDs as unsigned bytes, Java as signed numbers. */
    static int asStored(UUID a, UUID b) {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    }
}
