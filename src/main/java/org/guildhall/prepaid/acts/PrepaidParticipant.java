package org.guildhall.prepaid.acts;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.guildhall.access.Permission;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.Participant;
import org.guildhall.members.TimelineEntry;
import org.guildhall.members.TimelineQuery;
import org.guildhall.policies.Policies;
import org.guildhall.prepaid.MovementKind;
import org.guildhall.prepaid.PrepaidPermissions;
import org.guildhall.prepaid.PrepaidPolicy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stored value's part of a member's timeline, and the law's duty to keep the identity of named accounts. */
@Component
class PrepaidParticipant implements Participant {

    private static final Set<String> KINDS = Arrays.stream(MovementKind.values())
            .filter(kind -> kind != MovementKind.USE)
            .map(kind -> "prepaid." + kind.code())
            .collect(Collectors.toUnmodifiableSet());

    private final PrepaidTimelineStore store;
    private final Policies policies;

    PrepaidParticipant(PrepaidTimelineStore store, Policies policies) {
        this.store = store;
        this.policies = policies;
    }

    @Override
    public String module() {
        return "prepaid";
    }

    @Override
    public Set<String> kinds() {
        return KINDS;
    }

    @Override
    public Permission permission(String kind) {
        return PrepaidPermissions.READ;
    }

    @Override
    public List<TimelineEntry> timeline(MemberId member, TimelineQuery query) {
        var wanted = KINDS.stream()
                .filter(query::wants)
                .map(kind -> kind.substring("prepaid.".length()))
                .toList();
        return wanted.isEmpty() ? List.of() : store.entries(member, wanted, query);
    }

    @Override
    public @Nullable LocalDate keepsUntil(MemberId member) {
        var last = store.lastNamedTopUp(member);
        return last == null
                ? null
                : last.plusYears(
                        policies.inForce(PrepaidPolicy.KIND, last).policy().identityYears());
    }

    @Override
    public void erase(MemberId member) {
        store.erase(member);
    }
}
