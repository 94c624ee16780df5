package org.guildhall.ledger.statement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.BalanceRows;
import org.guildhall.ledger.Balances;
import org.guildhall.ledger.EntryView;
import org.guildhall.ledger.HandBooking;
import org.guildhall.ledger.HandBookingQuery;
import org.guildhall.ledger.LotView;
import org.guildhall.ledger.StatementQuery;
import org.guildhall.ledger.StatementSummary;
import org.guildhall.ledger.reasons.Reasons;
import org.guildhall.platform.Cursors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what a member owns, in which lots, and line by line how it came about. */
@Component
public class Statements {

    private final StatementStore store;
    private final BalanceStore balances;
    private final ByHandStore byHand;
    private final HandBookingStore handBookings;
    private final SummaryStore summaries;
    private final Reasons reasons;

    Statements(
            StatementStore store, ByHandStore byHand, HandBookingStore handBookings, Totals totals, Reasons reasons) {
        this.store = store;
        this.balances = totals.balances;
        this.byHand = byHand;
        this.handBookings = handBookings;
        this.summaries = totals.summaries;
        this.reasons = reasons;
    }

    /** What members own in all, now and over time. */
    @Component
    record Totals(BalanceStore balances, SummaryStore summaries) {}

    /** What the member owns. */
    public Balances balances(MemberId member) {
        return balances.balances(member);
    }

    /** What these members own; who never owned anything is absent. */
    public Map<MemberId, Balances> balances(Collection<MemberId> members) {
        return members.isEmpty() ? Map.of() : balances.balances(members);
    }

    /** What these members can spend today, asset by asset; who has nothing of an asset may be absent. */
    public Map<MemberId, Map<Asset, Long>> available(Collection<MemberId> members) {
        return balances.available(members);
    }

    /** The balance of one asset for many members. */
    public Map<MemberId, Long> balances(Collection<MemberId> members, Asset asset) {
        return members.isEmpty() ? Map.of() : balances.balances(members, asset);
    }

    /** Net change of each member's balance of an asset by what occurred in {@code [from, to)}. */
    public Map<MemberId, Long> changes(Asset asset, Instant from, Instant to) {
        return store.changes(asset, from, to);
    }

    /** What these postings come to in an asset, each by its identifier. */
    public Map<UUID, Long> moved(Asset asset, Map<UUID, MemberId> postings) {
        return postings.isEmpty() ? Map.of() : store.moved(asset, postings);
    }

    /** Those of these members who spent some of the asset after their instant, as recorded. */
    public List<MemberId> spentSince(Map<MemberId, Instant> since, Asset asset) {
        return since.isEmpty() ? List.of() : store.spentSince(since, asset);
    }

    /** Where the balances of one asset stand. */
    public BalanceRows rows(Asset asset) {
        return BalanceStore.rows(asset);
    }

    /** The member's lots that hold something. */
    public List<LotView> lots(MemberId member, Asset asset) {
        return store.lots(member, asset);
    }

    /** What lapsed and was not given back since, lot by lot. */
    public List<LotView> lapsed(MemberId member, Asset asset) {
        return byHand.lapsed(member, asset);
    }

    /** How much was moved by hand since then, in either direction. */
    public long movedByHand(MemberId member, Asset asset, Instant since) {
        return byHand.movedByHand(member, asset, since);
    }

    /** The same of each of these members; who had nothing moved is absent. */
    public Map<MemberId, Long> movedByHand(Collection<MemberId> members, Asset asset, Instant since) {
        return byHand.movedByHand(members, asset, since);
    }

    /** How much got a later day of expiry since then. */
    public long carried(MemberId member, Asset asset, Instant since) {
        return byHand.carried(member, asset, since);
    }

    /** What was given or taken by hand in this posting, if it was by hand. */
    public Optional<HandBooking> byHand(UUID posting) {
        return handBookings.find(posting);
    }

    /** One page of what was given and taken by hand, newest first. */
    public Slice<HandBooking> byHand(HandBookingQuery query) {
        return handBookings.page(query);
    }

    /** What the period did to its asset. */
    public StatementSummary summary(StatementQuery period) {
        return summaries.summary(period);
    }

    /** Whose posting it is; refused if there is none. */
    public MemberId ownerOf(UUID posting) {
        return reasons.ownerOf(posting);
    }

    /** Why a posting moved what it did. */
    public Explanation why(UUID posting) {
        return reasons.why(posting);
    }

    /** One page of lines, newest first; running balances are given when one asset is asked for. */
    public Slice<EntryView> page(StatementQuery query) {
        if (query.limit() < 1 || query.limit() > Slice.PAGE_LIMIT) {
            throw InvalidInput.of("limit", query.limit(), "between-1-and-" + Slice.PAGE_LIMIT);
        }
        var position = Position.of(query.cursor());
        var lines = store.lines(query, position);
        if (query.asset() != null && !lines.isEmpty()) {
            lines = withBalances(lines, store.balanceUpTo(query, Position.at(lines.getFirst())));
        }
        return Slice.cut(lines, query.limit(), Position::after, null);
    }

    private static List<EntryView> withBalances(List<EntryView> lines, long newest) {
        var result = new ArrayList<EntryView>(lines.size());
        long balance = newest;
        for (var line : lines) {
            result.add(line.withBalance(balance));
            balance -= line.amount();
        }
        return result;
    }

    /** Where a page starts: after this line. */
    record Position(String occurredAt, String postingId, String about, String asset) {

        static @Nullable Position of(@Nullable String cursor) {
            var values = Cursors.decode(cursor, 4);
            return values.isEmpty()
                    ? null
                    : new Position(
                            values.moment(0).toString(),
                            values.id(1).toString(),
                            values.id(2).toString(),
                            values.get(3));
        }

        static Position at(EntryView line) {
            return new Position(
                    line.occurredAt().toString(),
                    line.postingId().toString(),
                    line.about().toString(),
                    line.asset().code());
        }

        static String after(EntryView line) {
            return Cursors.encode(line.occurredAt(), line.postingId(), line.about(), line.asset());
        }
    }
}
