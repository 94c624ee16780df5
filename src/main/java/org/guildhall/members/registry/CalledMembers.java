package org.guildhall.members.registry;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.guildhall.access.Access;
import org.guildhall.approvals.MembersAsked;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.MemberFilter;
import org.guildhall.members.MemberPermissions;
import org.guildhall.members.MemberQuery;
import org.guildhall.members.MemberRow;
import org.guildhall.members.search.MemberLists;
import org.springframework.stereotype.Component;

/** Calls members for those who decide on requests about them, as the member list would. */
@Component
record CalledMembers(Access access, MemberLists lists) implements MembersAsked {

    @Override
    public Map<MemberId, Called> called(Set<MemberId> members) {
        if (members.isEmpty() || !access.may(MemberPermissions.READ)) {
            return Map.of();
        }
        var query = new MemberQuery(null, new MemberFilter.Ids(members), null, null, null, members.size());
        return lists.page(query).items().stream()
                .collect(Collectors.toMap(MemberRow::id, row -> new Called(row.number(), row.name())));
    }
}
