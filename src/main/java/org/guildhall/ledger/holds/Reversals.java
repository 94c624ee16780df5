package org.guildhall.ledger.holds;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guildhall.access.Access;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.CauseKey;
import org.guildhall.ledger.LedgerRefusal;
import org.guildhall.ledger.Receipt;
import org.guildhall.ledger.allocation.Act;
import org.guildhall.ledger.allocation.Reversal;
import org.guildhall.ledger.booking.Booker;
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
        var found = found(postingId);
        var acts = Reversal.of(postingId, found.acts());
        if (acts.isEmpty() || found.kind().equals(HOLD)) {
            throw Refusal.of(new LedgerRefusal.NotReversible(postingId, found.kind()));
        }
        if (found.reversedBy() != null && !found.reversedBy().equals(key.postingId())) {
            throw Refusal.of(new LedgerRefusal.AlreadyReversed(postingId));
        }
        var head = new Request.Head(
                key, found.member(), "reversal", occurredAt, found.causeType(), found.causeId(), reason, 0);
        try {
            return booker.book(List.of(Request.of(head, acts.get(), access.actor(), postingId)))
                    .getFirst()
                    .orThrow();
        } catch (DataAccessException | org.jooq.exception.DataAccessException e) {
            throw SqlState.of(e).isDuplicate() ? Refusal.of(new LedgerRefusal.AlreadyReversed(postingId)) : e;
        }
    }

    private PostingSearch.Found found(UUID postingId) {
        return postings.find(postingId).orElseThrow(() -> Refusal.of(new LedgerRefusal.UnknownPosting(postingId)));
    }
}
