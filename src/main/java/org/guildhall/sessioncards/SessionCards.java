package org.guildhall.sessioncards;

import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.JobView;

/** Cards of members: sell, use, give back, extend, activate again, refund and show them. Each write takes the caller's key: the same key does it once. */
public interface SessionCards {

    /** Sells a card. */
    CardView sell(SellCard command, String key);

    /** Uses one session without a booking. */
    CardView use(UUID card, UseSession command, String key);

    /** Gives a used session back to the card, or takes back that the card was activated again. */
    CardView reverse(UUID card, ReverseUse command, String key);

    /** Moves the card's last day. */
    CardView extend(UUID card, ExtendCard command, String key);

    /** Makes a card good again that ended with sessions left. */
    CardView reactivate(UUID card, ReactivateCard command, String key);

    /** What a refund of what is left would be, and why. */
    CardRefundQuote quote(UUID card, QuoteCardRefund asked);

    /** Refunds what is left. */
    CardView refund(UUID card, RefundCard command, String key);

    /** One page of cards, the last sold first. */
    Slice<CardView> list(CardQuery query);

    /** The card, if its member or its store is within reach. */
    CardView get(UUID card);

    /** All that happened to the card, in order. */
    List<CardFact> facts(UUID card);

    /** What is owed to members. */
    OwedView owed();

    /** Writes a list of cards to a file; the job's result names it. */
    JobView export(ExportCards command);
}
