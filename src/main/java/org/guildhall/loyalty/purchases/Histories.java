package org.guildhall.loyalty.purchases;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.SimulatedPeriod;
import org.guildhall.loyalty.replay.MemberHistory;
import org.guildhall.members.MemberFacts;
import org.guildhall.members.Members;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everything a replay needs of many members, read in a handful of statements however many they are. */
@Component
public class Histories {

    private final Members members;
    private final FactStore facts;
    private final HistoryStore store;

    Histories(Members members, FactStore facts, HistoryStore store) {
        this.members = members;
        this.facts = facts;
        this.store = store;
    }

    /** The histories of these members, with the lines of purchases where asked for or where there are returns. */
    public Map<MemberId, MemberHistory> of(Collection<MemberId> ids, boolean withLines) {
        return of(members.facts(ids), ids, withLines);
    }

    /** The same, of facts that were recorded by an instant and not voided by then. */
    public Map<MemberId, MemberHistory> known(Collection<MemberId> ids, boolean withLines, Instant at) {
        return of(members.facts(ids), ids, withLines, at);
    }

    /** How many members were replayed before. */
    public int members() {
        return facts.members();
    }

    /** Members that were replayed before, in order of their identifiers, after the given one. */
    public List<MemberId> members(UUID after, int limit) {
        return facts.members(after, limit);
    }

    /** Members with a purchase, return or occasion that occurred since, in the order of their identifiers, after the given one. */
    public List<MemberId> activeSince(Instant since, UUID after, int limit) {
        return facts.activeSince(since, after, limit);
    }

    /** How many purchases of a period, known by then, came from anywhere else than a source. */
    long purchasesElsewhere(String source, SimulatedPeriod period) {
        return facts.purchasesElsewhere(source, period);
    }

    /** Whose purchase, return or occasion, or taking back of one, this is, if there is one. */
    public @Nullable MemberId ownerOf(UUID fact) {
        return facts.ownerOf(fact);
    }

    /** Whether the purchase, or the one that the return is of, was made within this scope. */
    public boolean madeWithin(Scope scope, UUID fact) {
        var place = facts.placeOf(fact);
        return place != null && Scopes.includes(scope, place.store(), place.staff());
    }

    /** When a batch was recorded for these members. */
    Map<MemberId, Instant> recordedBy(UUID batch, Collection<MemberId> members) {
        return facts.recordedBy(batch, members);
    }

    /** Those with a purchase, not of the batch, that was recorded after their instant. */
    List<MemberId> boughtSince(UUID batch, Map<MemberId, Instant> since) {
        return facts.boughtSince(batch, since);
    }

    /** The same for members whose own facts are at hand; only those in {@code known} have anything stored. */
    Map<MemberId, MemberHistory> of(Map<MemberId, MemberFacts> people, Collection<MemberId> known, boolean withLines) {
        return of(people, known, withLines, null);
    }

    private Map<MemberId, MemberHistory> of(
            Map<MemberId, MemberFacts> people, Collection<MemberId> known, boolean withLines, @Nullable Instant at) {
        var stored = store.of(known, withLines, at);
        var histories = new LinkedHashMap<MemberId, MemberHistory>();
        people.forEach((id, person) -> histories.put(
                id,
                new MemberHistory(
                        id,
                        person.joinedOn(),
                        person.birthday(),
                        stored.purchases().getOrDefault(id, List.of()),
                        stored.returns().getOrDefault(id, List.of()),
                        stored.occasions().getOrDefault(id, List.of()),
                        stored.grants().getOrDefault(id, List.of()),
                        stored.postponed().getOrDefault(id, Map.of()),
                        person.erased())));
        return histories;
    }
}
