package org.guildhall.prepaid;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.JobView;

/** Stored value from top-up to payment, refund and transfer. Each write takes the caller's key: the same key does it once. */
public interface StoredValue {

    /** What a member has. */
    AccountView account(MemberId member);

    /** What a payment of this member could take now; for those who take payments. */
    Spendable spendable(MemberId member);

    /** What these movements changed, principal and bonus together; for proofs over another module's records. */
    Map<UUID, Long> moved(Collection<UUID> movements);

    /** What a top-up would bring, and whether it may be. */
    TopUpQuote quote(MemberId member, QuoteTopUp command);

    /** Takes money in and gives the bonus it brings. */
    MovementView topUp(TopUp command, String key);

    /** Pays; all of it, or as much as there is where that was asked for. */
    MovementView pay(Pay command, String key);

    /** Pays for what a module sells; it is not given back but by that module for that sale. */
    MovementView pay(Pay command, KeptPayment kept, String key);

    /** Sets a payment aside until it is used, released or lapses. */
    MovementView lock(Pay command, String key);

    /** Pays what was set aside. */
    MovementView use(UUID payment, String key);

    /** Gives back what was set aside. */
    MovementView release(UUID payment, String key);

    /** Gives a payment back, in whole or part, to the pots it was taken from; refused where a module keeps it. */
    MovementView giveBack(UUID payment, GiveBack command, String key);

    /** Gives a payment back for the sale it was made for; refused for any other. */
    MovementView giveBack(UUID payment, GiveBack command, KeptPayment kept, String key);

    /** What a refund would be, and why. */
    RefundQuote quote(MemberId member, QuoteRefund command);

    /** Refunds what the quote says; refused if that has changed. */
    MovementView refund(MemberId member, Refund command, String key);

    /** Lets nothing move. */
    MovementView freeze(MemberId member, Because command, String key);

    /** Lets it move again. */
    MovementView unfreeze(MemberId member, Because command, String key);

    /** Moves principal, with its share of bonus, to another member. */
    MovementView transfer(MemberId member, Transfer command, String key);

    /** Undoes a top-up, a refund or a transfer, if nothing has built on it. */
    MovementView undo(UUID movement, Because command, String key);

    /** One page of the movements within the actor's reach, newest first. */
    Slice<MovementView> list(MovementQuery query);

    /** The movement. */
    MovementView get(UUID movement);

    /** Why it moved what it did, worked out anew. */
    Explanation why(UUID movement);

    /** Gives back what was locked and not used in time; how many. Needs no permission: the clock's work. */
    int releaseLapsed();

    /** Starts an export; the job's result names the file to fetch. */
    JobView export(ExportMovements command);
}
