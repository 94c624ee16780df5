package org.guildhall.ledger.booking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Booked;
import org.guildhall.ledger.Receipt;
import org.guildhall.ledger.allocation.History;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Books any number of requests in the caller's transaction with the same handful of statements.
 *
 * <p>Accounts are locked first and in one order, so that what is read stays true until the commit; a refused request leaves
 * the others untouched.
 */
@Component
public class Booker {

    private final AccountStore accounts;
    private final PostingStore postings;
    private final ReceiptStore receipts;
    private final CauseStore causes;
    private final BusinessTime time;
    private volatile Map<Asset, Boolean> assets = Map.of();

    Booker(AccountStore accounts, PostingStore postings, ReceiptStore receipts, CauseStore causes, BusinessTime time) {
        this.accounts = accounts;
        this.postings = postings;
        this.receipts = receipts;
        this.causes = causes;
        this.time = time;
    }

    /** What purchases and returns of these members were given, cause by cause. */
    public List<Booked> booked(Collection<MemberId> members) {
        return causes.booked(members);
    }

    /** Books the requests; one outcome for each, in their order. */
    public List<Outcome> book(List<Request> requests) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("postings are booked within a transaction");
        }
        if (requests.isEmpty()) {
            return List.of();
        }
        var assetsKnown = assetsFor(requests);
        var locked = accounts.lock(keys(requests, assetsKnown));
        var known = postings.known(requests);
        var plan = plan(requests, new Stored(locked, known, new HashMap<>()), assetsKnown);
        if (!plan.accepted.isEmpty()) {
            postings.write(plan.accepted, plan.now());
            accounts.write(plan, locked);
        }
        return outcomes(plan);
    }

    private Plan plan(List<Request> requests, Stored stored, Map<Asset, Boolean> assetsKnown) {
        Instant now = time.now();
        while (true) {
            var plan = new Plan(stored, assetsKnown, time, now);
            requests.forEach(plan::add);
            if (plan.wanting.isEmpty()) {
                return plan;
            }
            Map<AccountKey, History> more = postings.histories(plan.wanting);
            stored.histories().putAll(more);
        }
    }

    private List<Outcome> outcomes(Plan plan) {
        var earlier = new HashSet<UUID>();
        for (var verdict : plan.verdicts) {
            if (verdict instanceof Plan.Verdict.Earlier(var posting)) {
                earlier.add(posting);
            }
        }
        Map<UUID, Receipt> found = earlier.isEmpty() ? Map.of() : receipts.find(earlier);
        var outcomes = new ArrayList<Outcome>(plan.verdicts.size());
        for (var verdict : plan.verdicts) {
            outcomes.add(
                    switch (verdict) {
                        case Plan.Verdict.Booked(var receipt) -> new Outcome.Done(receipt);
                        case Plan.Verdict.Refused(var reason) -> new Outcome.Refused(reason);
                        case Plan.Verdict.Earlier(var posting) ->
                            new Outcome.Done(Objects.requireNonNull(found.get(posting)));
                    });
        }
        return outcomes;
    }

    private Map<Asset, Boolean> assetsFor(List<Request> requests) {
        for (var request : requests) {
            for (var act : request.acts()) {
                if (!assets.containsKey(act.asset())) {
                    assets = accounts.assets();
                    return assets;
                }
            }
        }
        return assets;
    }

    private static Set<AccountKey> keys(List<Request> requests, Map<Asset, Boolean> assetsKnown) {
        var keys = new LinkedHashSet<AccountKey>();
        for (var request : requests) {
            for (var act : request.acts()) {
                if (assetsKnown.containsKey(act.asset())) {
                    keys.add(new AccountKey(request.member(), act.asset()));
                }
            }
        }
        return keys;
    }
}
