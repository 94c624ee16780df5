package org.guildhall.ledger.holds;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guildhall.access.Access;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.CauseKey;
import org.guildhall.ledger.LedgerRefusal;
import org.guildhall.ledger.Movement;
import org.guildhall.ledger.Receipt;
import org.guildhall.ledger.UndoPosting;
import org.guildhall.ledger.allocation.Act;
import org.guildhall.ledger.allocation.Reversal;
import org.guildhall.ledger.booking.Booker;
import org.guildhall.ledger.booking.Outcome;
import org.guildhall.ledger.booking.Request;
import org.guildhall.platform.SqlState;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Undoes postings, each at most once. */
@Component
public class Reversals {

    private static final String HOLD = "hold";

    private final PostingSearch postings;
    private final Booker booker;
    private final Access access;

    Reversals(PostingSearch postings, Booker booker, Access access) {
        this.postings = postings;
        this.booker = booker;
        this.access = access;
    }

    /** Whose posting it is; refused if there is none. */
    public MemberId memberOf(UUID postingId) {
        return found(postingId).member();
    }

    /** The assets a posting moved; refused if there is none. */
    public Set<Asset> assetsOf(UUID postingId) {
        return found(postingId).acts().stream().map(Act::asset).collect(Collectors.toSet());
    }

    /** Undoes a posting; a hold is released instead, an expiry or a reversal cannot be undone this way. */
    public Receipt reverse(CauseKey key, UUID postingId, @Nullable Instant occurredAt, @Nullable String reason) {
        return reverseAll(List.of(new UndoPosting(key, postingId, occurredAt, reason)))
                .getFirst();
    }

    /** The same for many, in the given order; the first refusal is thrown. */
    public List<Receipt> reverseAll(List<UndoPosting> undos) {
        var found = postings.find(undos.stream().map(UndoPosting::postingId).toList());
        var requests = undos.stream().map(undo -> request(undo, found)).toList();
        try {
            return booker.book(requests).stream().map(Outcome::orThrow).toList();
        } catch (DataAccessException | org.jooq.exception.DataAccessException e) {
            var first = undos.getFirst().postingId();
            throw SqlState.of(e).isDuplicate() ? Refusal.of(new LedgerRefusal.AlreadyReversed(first)) : e;
        }
    }

    private Request request(UndoPosting undo, Map<UUID, PostingSearch.Found> all) {
        var id = undo.postingId();
        var found = all.get(id);
        if (found == null) {
            throw Refusal.of(new LedgerRefusal.UnknownPosting(id));
        }
        var acts = Reversal.of(id, found.acts());
        if (acts.isEmpty() || found.kind().equals(HOLD)) {
            throw Refusal.of(new LedgerRefusal.NotReversible(id, found.kind()));
        }
        if (found.reversedBy() != null && !found.reversedBy().equals(undo.key().postingId())) {
            throw Refusal.of(new LedgerRefusal.AlreadyReversed(id));
        }
        var head = new Request.Head(
                undo.key(),
                found.member(),
                "reversal",
                undo.occurredAt(),
                found.causeType(),
                found.causeId(),
                undo.reason(),
                0);
        return Request.of(head, acts.get(), access.actor(), id);
    }

    /** Gives back so much of what a posting spent, the last taken lot first. */
    public Receipt giveBack(CauseKey key, UUID postingId, Movement.Spend part, @Nullable Instant occurredAt) {
        var found = found(postingId);
        boolean spends = found.acts().stream()
                .anyMatch(act -> act instanceof Act.Moved(Movement.Spend spend)
                        && spend.asset().equals(part.asset()));
        if (!spends || found.kind().equals(HOLD)) {
            throw Refusal.of(new LedgerRefusal.NotReversible(postingId, found.kind()));
        }
        if (found.reversedBy() != null) {
            throw Refusal.of(new LedgerRefusal.AlreadyReversed(postingId));
        }
        var head = new Request.Head(key, found.member(), "give-back", occurredAt, found.causeType(), found.causeId());
        var act = new Act.RestoredPart(part.asset(), postingId, part.amount());
        return booker.book(List.of(Request.of(head, List.of(act), access.actor(), null)))
                .getFirst()
                .orThrow();
    }

    private PostingSearch.Found found(UUID postingId) {
        return postings.find(postingId).orElseThrow(() -> Refusal.of(new LedgerRefusal.UnknownPosting(postingId)));
    }
}
