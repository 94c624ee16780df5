package org.guildhall.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;

/** Books every change of value that members own, once each, in balance, whatever the order of arrival. */
@SuppressWarnings("DoNotCallSuggester")
public final class Ledger {

    /** Books the postings within the caller's transaction, in a handful of statements however many they are. */
    public List<Receipt> post(List<Posting> postings) {
        throw new UnsupportedOperationException();
    }

    /** Books many postings within the caller's transaction like {@link #post} and gives no receipts. */
    public void postBulk(Collection<Posting> postings) {
        throw new UnsupportedOperationException();
    }

    /** Undoes a posting exactly, once: what it granted is taken back, what it took returns to its lots. */
    public Receipt reverse(CauseKey key, UUID postingId, Instant occurredAt) {
        throw new UnsupportedOperationException();
    }

    /** What the member owns. */
    public Balances balances(MemberId member) {
        throw new UnsupportedOperationException();
    }

    /** The balance of one asset for many members; members without an account are left out. */
    public Map<MemberId, Long> balances(Collection<MemberId> members, Asset asset) {
        throw new UnsupportedOperationException();
    }

    /** The member's lots of one asset, debt first, then by expiry. */
    public List<LotView> lots(MemberId member, Asset asset) {
        throw new UnsupportedOperationException();
    }

    /** One page of the statement, newest first. */
    public Slice<EntryView> statement(StatementQuery query) {
        throw new UnsupportedOperationException();
    }

    /** Expires what was valid until before {@code through}; running it again changes nothing. */
    public int expire(Asset asset, LocalDate through) {
        throw new UnsupportedOperationException();
    }

    /** Checks every law over everything booked. */
    public List<LawProof> prove() {
        throw new UnsupportedOperationException();
    }
}
