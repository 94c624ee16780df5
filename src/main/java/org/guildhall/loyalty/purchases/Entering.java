package org.guildhall.loyalty.purchases;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.loyalty.BulkOutcome;
import org.guildhall.loyalty.BulkPurchases;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.loyalty.PurchaseReceipt;
import org.guildhall.loyalty.RecordPurchase;
import org.guildhall.loyalty.RecordReturn;
import org.guildhall.loyalty.ReturnFact;
import org.guildhall.loyalty.ReturnReceipt;
import org.guildhall.loyalty.recording.ByHand;
import org.guildhall.loyalty.recording.Judgement;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Purchases and returns as somebody enters them: made into facts, judged if entered by hand, and recorded in one transaction. What was
 * refused by hand is kept after that transaction has ended, so that no attempt holds one connection while it waits for another; never
 * to be called inside a transaction, which could take back what is kept.
 */
@Component
@Transactional(propagation = Propagation.NEVER)
public class Entering {

    private static final String BY_KEY = "api";

    private final Recording recording;
    private final ByHand byHand;
    private final OpenSources sources;
    private final Reach reach;
    private final BusinessTime time;

    Entering(Recording recording, ByHand byHand, OpenSources sources, Reach reach, BusinessTime time) {
        this.recording = recording;
        this.byHand = byHand;
        this.sources = sources;
        this.reach = reach;
        this.time = time;
    }

    /** Records one purchase; without a number of its own the given key is its number. */
    public PurchaseReceipt record(RecordPurchase command, String key) {
        var fact = command.fact(BY_KEY, key, time.now());
        sources.require("source", fact.source());
        var purchase = command.occurredAt() == null ? Incoming.Purchase.now(fact) : Incoming.Purchase.of(fact);
        var judgement = byHand.judging(List.of(fact));
        return keeping(judgement, () -> recording.record(purchase, judgement));
    }

    /** Records one return; without a number of its own the given key is its number. */
    public ReturnReceipt record(RecordReturn command, String key) {
        sources.require("source", command.source());
        var fact = command.fact(key, time.now());
        return recording.record(command.occurredAt() == null ? Incoming.Return.now(fact) : Incoming.Return.of(fact));
    }

    /** Records many facts that bring their own keys; each is recorded or refused by itself. */
    public BulkOutcome record(BulkPurchases command) {
        reach.require();
        var purchases = purchases(command);
        var returns = returns(command);
        reach.require(purchases, returns);
        var judgement = byHand.judging(purchases);
        return keeping(judgement, () -> recording.record(purchases, returns, judgement));
    }

    private List<PurchaseFact> purchases(BulkPurchases command) {
        var purchases = new ArrayList<PurchaseFact>();
        for (int i = 0; i < command.purchases().size(); i++) {
            var purchase = command.purchases().get(i);
            if (!purchase.isKeyed() || purchase.occurredAt() == null) {
                throw InvalidInput.of("purchases[" + i + "].number", purchase.number(), "key-and-time-needed");
            }
            var fact = purchase.fact("", "", time.now());
            sources.require("purchases[" + i + "].source", fact.source());
            purchases.add(fact);
        }
        return purchases;
    }

    private List<ReturnFact> returns(BulkPurchases command) {
        var returns = new ArrayList<ReturnFact>();
        var given = command.returns() == null ? List.<RecordReturn>of() : command.returns();
        for (int i = 0; i < given.size(); i++) {
            if (given.get(i).number() == null || given.get(i).occurredAt() == null) {
                throw InvalidInput.of("returns[" + i + "].number", given.get(i).number(), "key-and-time-needed");
            }
            sources.require("returns[" + i + "].source", given.get(i).source());
            returns.add(given.get(i).fact("", time.now()));
        }
        return returns;
    }

    private <T> T keeping(Judgement judgement, Supplier<T> attempt) {
        try {
            return attempt.get();
        } finally {
            if (!judgement.refused().isEmpty()) {
                byHand.keepRefused(judgement);
            }
        }
    }
}
