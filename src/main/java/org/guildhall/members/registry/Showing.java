package org.guildhall.members.registry;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.guildhall.access.Permission;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.members.MemberField;
import org.guildhall.members.MemberPermissions;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.MemberQuery;
import org.guildhall.members.MemberRow;
import org.guildhall.members.MemberView;
import org.guildhall.members.TimelineEntry;
import org.guildhall.members.search.MemberLists;
import org.guildhall.members.timeline.Timelines;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows members to those who may see them: records, lists, timelines, and clear values with the act told. */
@Component
class Showing {

    private final RecordReading reading;
    private final MemberLists lists;
    private final Timelines timelines;
    private final Notices notices;
    private final Transactions transactions;

    Showing(RecordReading reading, MemberLists lists, Timelines timelines, Notices notices, Transactions transactions) {
        this.reading = reading;
        this.lists = lists;
        this.timelines = timelines;
        this.notices = notices;
        this.transactions = transactions;
    }

    MemberView get(MemberId id, @Nullable Instant knownAt) {
        return reading.get(id, knownAt);
    }

    MemberView afterAct(MemberId id) {
        return reading.afterAct(id);
    }

    void requireVisible(MemberId id, Permission permission) {
        reading.requireVisible(id, permission);
    }

    Slice<MemberRow> page(MemberQuery query) {
        return lists.page(query);
    }

    Map<MemberId, String> numbers(Collection<MemberId> ids) {
        return lists.numbers(Set.copyOf(ids));
    }

    MemberProfile reveal(MemberId id, Set<MemberField> fields, String reason) {
        if (fields.isEmpty()) {
            throw InvalidInput.of("fields", null, "required");
        }
        return transactions.within(() -> {
            var revealed = reading.reveal(id, fields, Outcomes.reason(reason));
            notices.tell("members.revealed", id, Map.of("fields", fields, "reason", reason), null);
            return revealed;
        });
    }

    Slice<TimelineEntry> timeline(
            MemberId id, Set<String> kinds, @Nullable Instant knownAt, @Nullable String cursor, int limit) {
        var sees = reading.sight(id, MemberPermissions.READ);
        return timelines.page(id, new Timelines.Asked(kinds, knownAt, cursor, limit), sees);
    }
}
