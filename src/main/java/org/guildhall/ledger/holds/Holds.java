package org.guildhall.ledger.holds;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.ledger.CauseKey;
import org.guildhall.ledger.Contra;
import org.guildhall.ledger.Hold;
import org.guildhall.ledger.LedgerRefusal;
import org.guildhall.ledger.Movement;
import org.guildhall.ledger.PlaceHold;
import org.guildhall.ledger.Placement;
import org.guildhall.ledger.Receipt;
import org.guildhall.ledger.allocation.Act;
import org.guildhall.ledger.booking.Booker;
import org.guildhall.ledger.booking.Outcome;
import org.guildhall.ledger.booking.Request;
import org.guildhall.platform.OneByOne;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sets value aside and then redeems or returns it, once.
 *
 * <p>A hold takes from the lots like a spend, to the programme account of what is held; using it moves the amount on to what is
 * redeemed, releasing it returns each part to the lot it came from.
 */
@Component
public class Holds {

    private static final int AT_ONCE = 200;

    private final Books books;
    private final TransactionTemplate transaction;
    private final BusinessTime time;
    private final Access access;

    Holds(Books books, TransactionTemplate transaction, BusinessTime time, Access access) {
        this.books = books;
        this.transaction = transaction;
        this.time = time;
        this.access = access;
    }

    /** Where holds and their postings are kept. */
    @Component
    record Books(HoldStore store, PostingSearch postings, Booker booker) {}

    /** Sets an amount aside. */
    public Hold place(PlaceHold order) {
        return switch (placeAll(List.of(new Placement.Wish(order, access.actor())))
                .getFirst()) {
            case Placement.Placed(var hold, var replayed) -> hold;
            case Placement.Refused(var reason) -> throw Refusal.of(reason);
        };
    }

    /** Sets many amounts aside; one outcome for each, in their order. */
    public List<Placement> placeAll(List<Placement.Wish> wishes) {
        var outcomes = books.booker.book(wishes.stream().map(Holds::request).toList());
        var placements = new ArrayList<Placement>(wishes.size());
        var opened = new ArrayList<Hold>(wishes.size());
        var earlier = find(replayed(outcomes));
        for (int i = 0; i < wishes.size(); i++) {
            switch (outcomes.get(i)) {
                case Outcome.Refused(var reason) -> placements.add(new Placement.Refused(reason));
                case Outcome.Done(var receipt) -> {
                    var hold = earlier.get(receipt.postingId());
                    if (hold == null) {
                        hold = opened(wishes.get(i).hold(), receipt, opened);
                    }
                    placements.add(new Placement.Placed(hold, receipt.replayed()));
                }
            }
        }
        books.store.open(opened);
        return placements;
    }

    /** Where these holds stand; unknown ones are absent. */
    public Map<UUID, Hold> byId(Collection<UUID> ids) {
        return find(ids);
    }

    private static Hold opened(PlaceHold order, Receipt receipt, List<Hold> opened) {
        for (var twin : opened) {
            if (receipt.replayed() && twin.holdId().equals(receipt.postingId())) {
                return twin;
            }
        }
        var hold = new Hold(
                receipt.postingId(),
                order.member(),
                order.asset(),
                order.amount(),
                Hold.State.OPEN,
                receipt.entries().getFirst().occurredAt(),
                order.timesOutAt());
        opened.add(hold);
        return hold;
    }

    private static Request request(Placement.Wish wish) {
        var order = wish.hold();
        var head = new Request.Head(
                order.key(), order.member(), "hold", order.occurredAt(), order.causeType(), order.causeId());
        List<Act> acts = List.of(new Act.Moved(new Movement.Spend(order.asset(), order.amount(), Contra.HELD)));
        return Request.of(head, acts, wish.by(), null);
    }

    private static List<UUID> replayed(List<Outcome> outcomes) {
        var ids = new ArrayList<UUID>();
        for (var outcome : outcomes) {
            if (outcome instanceof Outcome.Done(var receipt) && receipt.replayed()) {
                ids.add(receipt.postingId());
            }
        }
        return ids;
    }

    /** Redeems what is set aside. */
    public Receipt use(CauseKey key, UUID holdId) {
        var hold = find(holdId);
        return close(key, "redemption", hold, new Act.Settled(hold.asset(), holdId), Hold.State.USED);
    }

    /** Returns what is set aside. */
    public Receipt release(CauseKey key, UUID holdId) {
        var hold = find(holdId);
        return close(key, "release", hold, new Act.Restored(hold.asset(), holdId), Hold.State.RELEASED);
    }

    /** The member's holds, newest first. */
    public List<Hold> of(MemberId member) {
        return books.store.of(member, Slice.PAGE_LIMIT);
    }

    /** Releases what waited too long, each in its own transaction; gives how many. */
    public int releaseTimedOut() {
        return OneByOne.work(
                AT_ONCE,
                (Set<UUID> but) -> books.store.timedOut(time.now(), but, AT_ONCE),
                hold -> Objects.requireNonNull(transaction.execute(status -> releaseIfOpen(hold))));
    }

    private boolean releaseIfOpen(UUID holdId) {
        if (find(holdId).state() != Hold.State.OPEN) {
            return false;
        }
        release(CauseKey.of("hold-timed-out|" + holdId), holdId);
        return true;
    }

    private Receipt close(CauseKey key, String kind, Hold hold, Act act, Hold.State state) {
        var placed = books.postings
                .find(hold.holdId())
                .orElseThrow(() -> Refusal.of(new LedgerRefusal.UnknownHold(hold.holdId())));
        var head = new Request.Head(key, hold.member(), kind, null, placed.causeType(), placed.causeId());
        var receipt = book(Request.of(head, List.of(act), access.actor(), null));
        if (!receipt.replayed() && !books.store.close(hold.holdId(), state, time.now())) {
            throw Refusal.of(new LedgerRefusal.HoldClosed(
                    hold.holdId(), find(hold.holdId()).state()));
        }
        return receipt;
    }

    private Receipt book(Request request) {
        return books.booker.book(List.of(request)).getFirst().orThrow();
    }

    private Hold find(UUID holdId) {
        return books.store.find(holdId).orElseThrow(() -> Refusal.of(new LedgerRefusal.UnknownHold(holdId)));
    }

    private Map<UUID, Hold> find(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : books.store.find(ids);
    }
}
