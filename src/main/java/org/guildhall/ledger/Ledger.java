package org.guildhall.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.guildhall.access.Access;
import org.guildhall.access.AuditEntry;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.ledger.booking.Booker;
import org.guildhall.ledger.booking.Lanes;
import org.guildhall.ledger.booking.Outcome;
import org.guildhall.ledger.booking.Request;
import org.guildhall.ledger.expiry.Expiry;
import org.guildhall.ledger.holds.Holds;
import org.guildhall.ledger.holds.Reversals;
import org.guildhall.ledger.laws.Laws;
import org.guildhall.ledger.statement.Statements;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Books every change of value that members own, once each, in balance, whatever the order of arrival. */
@Service
public final class Ledger {

    private final Booker booker;
    private final Lanes lanes;
    private final Reversals reversals;
    private final Holds holds;
    private final Statements statements;
    private final Expiry expiry;
    private final Laws laws;
    private final Access access;

    Ledger(
            Booker booker,
            Lanes lanes,
            Reversals reversals,
            Holds holds,
            Statements statements,
            Expiry expiry,
            Laws laws,
            Access access) {
        this.booker = booker;
        this.lanes = lanes;
        this.reversals = reversals;
        this.holds = holds;
        this.statements = statements;
        this.expiry = expiry;
        this.laws = laws;
        this.access = access;
    }

    /**
     * Books the postings within the caller's transaction, in a handful of statements however many they are; a receipt for
     * each, in their order. The first refusal is thrown and nothing may be committed then.
     */
    public List<Receipt> post(List<Posting> postings) {
        var actor = access.actor();
        return booker
                .book(postings.stream()
                        .map(posting -> Request.of(posting, actor))
                        .toList())
                .stream()
                .map(Outcome::orThrow)
                .toList();
    }

    /** Books many postings within the caller's transaction like {@link #post}, when receipts are of no interest. */
    public void postBulk(Collection<Posting> postings) {
        post(List.copyOf(postings));
    }

    /**
     * What purchases and returns of these members were given less what was taken back, as asked, cause by cause: what the
     * module that decides such amounts compares its wishes with.
     */
    public List<Booked> booked(Collection<MemberId> members) {
        return booker.booked(members);
    }

    /**
     * Books one posting together with what others submit at the same time, its audit entry (none if the act is audited
     * elsewhere) in the same transaction; complete
     * when it is durable, or exceptionally with the refusal.
     */
    public CompletableFuture<Receipt> submit(Posting posting, @Nullable AuditEntry audit) {
        return lanes.submit(Request.of(posting, access.actor()), audit);
    }

    /**
     * Undoes a posting exactly, once, within the caller's transaction: what it granted is clawed back (owed if spent), what
     * it took returns to its lots. Without a time it occurs when it is booked.
     */
    public Receipt reverse(CauseKey key, UUID postingId, @Nullable Instant occurredAt) {
        return reversals.reverse(key, postingId, occurredAt);
    }

    /** Sets value aside, within the caller's transaction; the same key gives the same hold. */
    public Hold place(PlaceHold hold) {
        return holds.place(hold);
    }

    /**
     * Sets value aside for many, within the caller's transaction, in a handful of statements however many they are; one
     * outcome for each, in their order. Who is refused leaves the others untouched.
     */
    public List<Placement> placeAll(List<Placement.Wish> wishes) {
        return holds.placeAll(wishes);
    }

    /** Where these holds stand; unknown ones are absent. */
    public Map<UUID, Hold> holds(Collection<UUID> ids) {
        return holds.byId(ids);
    }

    /** Redeems what a hold sets aside, within the caller's transaction. */
    public Receipt use(CauseKey key, UUID holdId) {
        return holds.use(key, holdId);
    }

    /** Returns what a hold sets aside to the lots it came from, within the caller's transaction. */
    public Receipt release(CauseKey key, UUID holdId) {
        return holds.release(key, holdId);
    }

    /** The member's holds, newest first, at most a page. */
    public List<Hold> holds(MemberId member) {
        return holds.of(member);
    }

    /** What the member owns. */
    public Balances balances(MemberId member) {
        return statements.balances(member);
    }

    /** The balance of one asset for many members; members without an account are left out. */
    public Map<MemberId, Long> balances(Collection<MemberId> members, Asset asset) {
        return statements.balances(members, asset);
    }

    /** Those of these members who spent some of the asset after their instant, as recorded. */
    public List<MemberId> spentSince(Map<MemberId, Instant> since, Asset asset) {
        return statements.spentSince(since, asset);
    }

    /** Where the balances of one asset stand, for lists that the database chooses and sorts by them. */
    public BalanceRows balanceRows(Asset asset) {
        return statements.rows(asset);
    }

    /** The member's lots of one asset, debt first, then by expiry. */
    public List<LotView> lots(MemberId member, Asset asset) {
        return statements.lots(member, asset);
    }

    /** One page of the statement, newest first. */
    public Slice<EntryView> statement(StatementQuery query) {
        return statements.page(query);
    }

    /** Whose posting it is; refused if there is none. */
    public MemberId ownerOf(UUID posting) {
        return statements.ownerOf(posting);
    }

    /** Why a posting moved what it did, worked out anew by whatever decided it. */
    public Explanation why(UUID posting) {
        return statements.why(posting);
    }

    /** Expires what was valid until before {@code through}, in transactions of its own; running it again changes nothing. */
    public int expire(Asset asset, LocalDate through) {
        return expiry.run(asset, through);
    }

    /** Checks every law over everything booked and remembers the outcome. */
    public List<LawProof> prove() {
        return laws.prove();
    }

    /** The last outcome for each law that was ever checked. */
    public List<LawProof> lastProofs() {
        return laws.last();
    }
}
