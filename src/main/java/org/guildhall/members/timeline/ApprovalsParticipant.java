package org.guildhall.members.timeline;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guildhall.access.Permission;
import org.guildhall.approvals.ApprovalPermissions;
import org.guildhall.approvals.Approvals;
import org.guildhall.approvals.AskedAbout;
import org.guildhall.approvals.RequestsAbout;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.Participant;
import org.guildhall.members.TimelineEntry;
import org.guildhall.members.TimelineQuery;
import org.springframework.stereotype.Component;

/** Tells of requests about a member on behalf of approvals, which lies below members. */
@Component
class ApprovalsParticipant implements Participant {

    private static final String ASKED = "approvals.asked";

    private final Approvals approvals;

    ApprovalsParticipant(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public String module() {
        return "approvals";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(ASKED);
    }

    @Override
    public Permission permission(String kind) {
        return ApprovalPermissions.READ_ALL;
    }

    @Override
    public List<TimelineEntry> timeline(MemberId member, TimelineQuery query) {
        var before = query.before();
        return approvals
                .about(new RequestsAbout(
                        member,
                        query.knownAt(),
                        before == null ? null : before.occurredAt(),
                        before == null ? null : before.id(),
                        query.limit()))
                .stream()
                .map(ApprovalsParticipant::entry)
                .toList();
    }

    private static TimelineEntry entry(AskedAbout asked) {
        return new TimelineEntry(
                asked.id(),
                ASKED,
                asked.requestedAt(),
                asked.requestedAt(),
                asked.requestedBy(),
                Map.of("act", asked.kind(), "state", asked.state().code()));
    }
}
