package org.guildhall.adjustments.grants;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.guildhall.adjustments.acts.GrantsAtHand;
import org.guildhall.approvals.Approvals;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Ledger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What one member gets by hand in a day: alone, by grants to many, and by what waits for a yes of either. */
@Component
class MemberShares implements GrantsAtHand {

    private static final String GRANT = "grant";

    private final GrantStore store;
    private final GrantRuns runs;
    private final Counted counted;
    private final JsonMapper json;

    MemberShares(GrantStore store, GrantRuns runs, Counted counted, JsonMapper json) {
        this.store = store;
        this.runs = runs;
        this.counted = counted;
        this.json = json;
    }

    /** What was booked by hand, what waits, and when today began. */
    @Component
    record Counted(Ledger ledger, ObjectProvider<Approvals> approvals, BusinessTime time) {

        List<JsonNode> waiting(String kind) {
            return approvals.getObject().undecided(kind);
        }
    }

    /** The most that one of them would have got today with so much more; each member's sum as points by hand are counted. */
    long most(Collection<MemberId> members, long each) {
        var time = counted.time;
        var sums = new HashMap<>(counted.ledger.movedByHand(members, Asset.POINTS, time.startOf(time.today())));
        given(members).forEach((member, amount) -> sums.merge(member, amount, Math::addExact));
        var reached = new HashSet<>(members);
        for (var command : counted.waiting(GrantSubjects.BY_HAND)) {
            add(sums, reached, command);
        }
        return Math.addExact(
                each, sums.values().stream().mapToLong(Long::longValue).max().orElse(0));
    }

    private static void add(Map<MemberId, Long> sums, Set<MemberId> reached, JsonNode command) {
        var change = command.path("change");
        if (change.path("asset").asString(Asset.POINTS.code()).equals(Asset.POINTS.code()) && !change.isMissingNode()) {
            var member = MemberId.of(command.path("member").asString());
            if (reached.contains(member)) {
                sums.merge(member, Math.absExact(change.path("amount").asLong()), Math::addExact);
            }
        }
    }

    @Override
    public long given(MemberId member) {
        return given(List.of(member)).getOrDefault(member, 0L);
    }

    private Map<MemberId, Long> given(Collection<MemberId> members) {
        var open = new HashSet<UUID>();
        for (var kind : List.of(GrantSubjects.GIVE, GrantSubjects.BY_HAND)) {
            counted.waiting(kind).stream()
                    .filter(command -> command.has(GRANT))
                    .forEach(command ->
                            open.add(UUID.fromString(command.path(GRANT).asString())));
        }
        return store.given(counted.time.startOf(counted.time.today()), members, open);
    }

    @Override
    public boolean carryOut(JsonNode command) {
        boolean grant = command.has(GRANT);
        if (grant) {
            runs.give(json.treeToValue(command, GrantSubjects.Giving.class));
        }
        return grant;
    }
}
