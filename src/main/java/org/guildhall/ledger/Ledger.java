package org.guildhall.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.guildhall.ledger.expiry.Carrying;
import org.guildhall.ledger.expiry.Expiry;
import org.guildhall.ledger.holds.Holds;
import org.guildhall.ledger.holds.Reversals;
import org.guildhall.ledger.laws.Laws;
import org.guildhall.ledger.statement.Statements;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** Books every change of value that members own, once each, in balance, whatever the order of arrival. */
@Service
public final class Ledger {

    private final Ways ways;
    private final Books books;
    private final Access access;

    Ledger(Ways ways, Books books, Access access) {
        this.ways = ways;
        this.books = books;
        this.access = access;
    }

    /** How value moves. */
    @Component
    record Ways(Booker booker, Lanes lanes, Reversals reversals, Holds holds, Carrying carrying) {}

    /** What is told of it, what lapses, and what must hold. */
    @Component
    record Books(Statements statements, Expiry expiry, Laws laws) {}

    /**
     * Books the postings within the caller's transaction, in a handful of statements however many they are; a receipt for
     * each, in their order. The first refusal is thrown and nothing may be committed then.
     */
    public List<Receipt> post(List<Posting> postings) {
        var actor = access.actor();
        return ways
                .booker
                .book(postings.stream()
                        .map(posting -> Request.of(posting, actor))
                        .toList())
                .stream()
                .map(Outcome::orThrow)
                .toList();
    }

    /**
     * Books postings within the caller's transaction like {@link #post}, when receipts are of no interest and no key can have
     * been used before; one that was fails the transaction.
     */
    public void postNew(List<Posting> postings) {
        var actor = access.actor();
        ways.booker.bookNew(
                postings.stream().map(posting -> Request.of(posting, actor)).toList());
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
        return ways.booker.booked(members);
    }

    /**
     * Books one posting together with what others submit at the same time, its audit entry (none if the act is audited
     * elsewhere) in the same transaction; complete
     * when it is durable, or exceptionally with the refusal.
     */
    public CompletableFuture<Receipt> submit(Posting posting, @Nullable AuditEntry audit) {
        return ways.lanes.submit(Request.of(posting, access.actor()), audit);
    }

    /**
     * Undoes a posting exactly, once, within the caller's transaction: what it granted is clawed back (owed if spent), what
     * it took returns to its lots. Without a time it occurs when it is booked.
     */
    public Receipt reverse(CauseKey key, UUID postingId, @Nullable Instant occurredAt) {
        return reverse(key, postingId, occurredAt, null);
    }

    /** The same for a stated reason, which stays with the posting that undoes. */
    public Receipt reverse(CauseKey key, UUID postingId, @Nullable Instant occurredAt, @Nullable String reason) {
        return ways.reversals.reverse(key, postingId, occurredAt, reason);
    }

    /** Undoes many postings like {@link #reverse}, in a handful of statements however many they are, in the given order. */
    public List<Receipt> reverseAll(List<UndoPosting> undos) {
        return ways.reversals.reverseAll(undos);
    }

    /** The assets a posting moved; refused if there is none. */
    public Set<Asset> assetsOf(UUID postingId) {
        return ways.reversals.assetsOf(postingId);
    }

    /**
     * Moves what a lot holds, and what lapsed from it, to a later day of expiry within the caller's transaction; every later
     * re-matching respects it. The receipt has no lines when there was nothing.
     */
    public Receipt carry(CauseKey key, CarryLot lot) {
        return ways.carrying.carry(key, lot);
    }

    /**
     * Gives back so much of what a posting spent to the lots it was taken from, the last taken first, within the caller's
     * transaction; never more than is still out. Without a time it occurs when it is booked.
     */
    public Receipt giveBack(CauseKey key, UUID postingId, Movement.Spend part, @Nullable Instant occurredAt) {
        return ways.reversals.giveBack(key, postingId, part, occurredAt);
    }

    /** Sets value aside, within the caller's transaction; the same key gives the same hold. */
    public Hold place(PlaceHold hold) {
        return ways.holds.place(hold);
    }

    /**
     * Sets value aside for many, within the caller's transaction, in a handful of statements however many they are; one
     * outcome for each, in their order. Who is refused leaves the others untouched.
     */
    public List<Placement> placeAll(List<Placement.Wish> wishes) {
        return ways.holds.placeAll(wishes);
    }

    /** Where these holds stand; unknown ones are absent. */
    public Map<UUID, Hold> holds(Collection<UUID> ids) {
        return ways.holds.byId(ids);
    }

    /** Redeems what a hold sets aside, within the caller's transaction. */
    public Receipt use(CauseKey key, UUID holdId) {
        return ways.holds.use(key, holdId);
    }

    /** Returns what a hold sets aside to the lots it came from, within the caller's transaction. */
    public Receipt release(CauseKey key, UUID holdId) {
        return ways.holds.release(key, holdId);
    }

    /** The member's holds, newest first, at most a page. */
    public List<Hold> holds(MemberId member) {
        return ways.holds.of(member);
    }

    /** What the member owns. */
    public Balances balances(MemberId member) {
        return books.statements.balances(member);
    }

    /** What these members own, read at once; who never owned anything is absent. */
    public Map<MemberId, Balances> balances(Collection<MemberId> members) {
        return books.statements.balances(members);
    }

    /** What these members can spend today, asset by asset; who has nothing of an asset may be absent. */
    public Map<MemberId, Map<Asset, Long>> available(Collection<MemberId> members) {
        return books.statements.available(members);
    }

    /** The balance of one asset for many members; members without an account are left out. */
    public Map<MemberId, Long> balances(Collection<MemberId> members, Asset asset) {
        return books.statements.balances(members, asset);
    }

    /**
     * Net change of each member's balance of an asset by what occurred in {@code [from, to)}; who did not change is absent. For
     * reconciling with the books of the module that moves the asset.
     */
    public Map<MemberId, Long> changes(Asset asset, Instant from, Instant to) {
        return books.statements.changes(asset, from, to);
    }

    /** What these postings, given with their owners, come to in an asset; for proofs over another module's records. */
    public Map<UUID, Long> moved(Asset asset, Map<UUID, MemberId> postings) {
        return books.statements.moved(asset, postings);
    }

    /** Those of these members who spent some of the asset after their instant, as recorded. */
    public List<MemberId> spentSince(Map<MemberId, Instant> since, Asset asset) {
        return books.statements.spentSince(since, asset);
    }

    /** Where the balances of one asset stand, for lists that the database chooses and sorts by them. */
    public BalanceRows balanceRows(Asset asset) {
        return books.statements.rows(asset);
    }

    /** The member's lots of one asset, debt first, then by expiry. */
    public List<LotView> lots(MemberId member, Asset asset) {
        return books.statements.lots(member, asset);
    }

    /** What lapsed of an asset and was not given back since, lot by lot, latest first; the latest hundred. */
    public List<LotView> lapsed(MemberId member, Asset asset) {
        return books.statements.lapsed(member, asset);
    }

    /**
     * How much of an asset was given to and taken from a member by hand since then, in either direction together; undoing by hand
     * what was booked before counts too, undoing what counts already does not.
     */
    public long movedByHand(MemberId member, Asset asset, Instant since) {
        return books.statements.movedByHand(member, asset, since);
    }

    /** The same of each of these members; who had nothing moved is absent. */
    public Map<MemberId, Long> movedByHand(Collection<MemberId> members, Asset asset, Instant since) {
        return books.statements.movedByHand(members, asset, since);
    }

    /** How much of an asset was carried to a later day of expiry for a member since then. */
    public long carried(MemberId member, Asset asset, Instant since) {
        return books.statements.carried(member, asset, since);
    }

    /** What a posting gave or took by hand; nothing where rules or documents brought it about, or it does not exist. */
    public Optional<HandBooking> byHand(UUID posting) {
        return books.statements.byHand(posting);
    }

    /** One page of what was given to and taken from members by hand, newest first; the last recorded is the newest. */
    public Slice<HandBooking> byHand(HandBookingQuery query) {
        return books.statements.byHand(query);
    }

    /** One page of the statement, newest first. */
    public Slice<EntryView> statement(StatementQuery query) {
        return books.statements.page(query);
    }

    /** What the period of a statement of one asset did to it; the page of the query is of no interest. */
    public StatementSummary summary(StatementQuery period) {
        return books.statements.summary(period);
    }

    /** Whose posting it is; refused if there is none. */
    public MemberId ownerOf(UUID posting) {
        return books.statements.ownerOf(posting);
    }

    /** Why a posting moved what it did, worked out anew by whatever decided it. */
    public Explanation why(UUID posting) {
        return books.statements.why(posting);
    }

    /** Expires what was valid until before {@code through}, in transactions of its own; running it again changes nothing. Gives the run. */
    public UUID expire(Asset asset, LocalDate through) {
        return books.expiry.run(asset, through);
    }

    /** Checks every law over everything booked and remembers the outcome; refused while another check is under way. */
    public List<LawProof> prove() {
        return books.laws.prove();
    }

    /** The last outcome for each law that was ever checked. */
    public List<LawProof> lastProofs() {
        return books.laws.last();
    }

    /** Every outcome of one law, the newest first; nothing for a code that no law ever had. */
    public Slice<LawProof> proofs(String law, @Nullable String cursor, int limit) {
        return books.laws.history(law, cursor, limit);
    }
}
