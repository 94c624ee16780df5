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
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Booked;
import org.guildhall.ledger.Receipt;
import org.guildhall.ledger.allocation.History;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Books any number of requests in the caller's transaction with the same handful of statements.
 *
 * <p>Accounts are locked first and in one order, so that what is read stays true until the commit; one that is not there yet
 * is opened with what is booked to it, and planned on again if somebody else was first. A refused request leaves the others
 * untouched.
 */
@Component
public class Booker {

    private final AccountStore accounts;
    private final PostingStore postings;
    private final ReceiptStore receipts;
    private final CauseStore causes;
    private final OpenBookStore books;
    private final RememberedAccounts remembered;
    private final RecentKeys recent;
    private final BusinessTime time;
    private volatile Map<Asset, Boolean> assets = Map.of();

    Booker(Stores stores, RememberedAccounts remembered, RecentKeys recent, BusinessTime time) {
        this.accounts = stores.accounts;
        this.postings = stores.postings;
        this.receipts = stores.receipts;
        this.causes = stores.causes;
        this.books = stores.books;
        this.remembered = remembered;
        this.recent = recent;
        this.time = time;
    }

    /** Everything it reads and writes. */
    @Component
    record Stores(
            AccountStore accounts,
            PostingStore postings,
            ReceiptStore receipts,
            CauseStore causes,
            OpenBookStore books) {}

    /** What purchases and returns of these members were given, cause by cause. */
    public List<Booked> booked(Collection<MemberId> members) {
        return causes.booked(members);
    }

    /** One outcome for each request, the accounts as its transaction leaves them if nothing else happens in it, and what it booked. */
    record Booking(List<Outcome> outcomes, Map<AccountKey, Stored.Account> left, List<UUID> keys) {}

    /** Books the requests; one outcome for each, in their order. */
    public List<Outcome> book(List<Request> requests) {
        return bookCarefully(requests).outcomes();
    }

    /**
     * Books requests whose keys the caller knows to be new, telling nothing of what it booked; a key that is not new fails the
     * transaction by the database's own guard, and the first refusal is thrown.
     */
    public void bookNew(List<Request> requests) {
        requireTransaction();
        if (requests.isEmpty()) {
            return;
        }
        var rules = new Plan.Rules(assetsFor(requests), books.read());
        var keys = keys(requests, rules.mayOwe());
        while (true) {
            var locked = accounts.lock(keys);
            var plan = plan(requests, new Stored(locked, Map.of(), new HashMap<>()), rules, false);
            for (var verdict : plan.verdicts) {
                if (verdict instanceof Plan.Verdict.Refused(var reason)) {
                    throw Refusal.of(reason);
                }
            }
            if (write(plan, locked) != null) {
                return;
            }
        }
    }

    /** Remembers the keys and the accounts that a transaction left which booked once and is durable now. */
    void committed(Booking booking) {
        remembered.remember(booking.left());
        recent.add(booking.keys());
    }

    /** Locks every account first and looks for every key among the postings. */
    Booking bookCarefully(List<Request> requests) {
        requireTransaction();
        if (requests.isEmpty()) {
            return new Booking(List.of(), Map.of(), List.of());
        }
        var rules = new Plan.Rules(assetsFor(requests), books.read());
        var keys = keys(requests, rules.mayOwe());
        while (true) {
            var locked = accounts.lock(keys);
            var known = postings.known(requests);
            var plan = plan(requests, new Stored(locked, known, new HashMap<>()), rules, true);
            var left = write(plan, locked);
            if (left != null) {
                return booking(plan, left);
            }
        }
    }

    /**
     * Plans on accounts as they are remembered and takes every key for new that was not booked lately. If that was wrong, the database refuses the
     * changes, and the caller has to book carefully in a new transaction. The accounts of refused requests are among those
     * that must be as remembered, and their keys are looked for, so that a refusal is as right as a booking.
     */
    Booking bookHopefully(List<Request> requests) {
        requireTransaction();
        var rules = new Plan.Rules(assetsFor(requests), books.remembered());
        var recalled = accounts.recall(keys(requests, rules.mayOwe()));
        var known = new HashMap<UUID, Stored.Known>();
        var repeated = recent.among(requests);
        if (!repeated.isEmpty()) {
            known.putAll(postings.known(repeated));
        }
        var plan = plan(requests, new Stored(recalled, known, new HashMap<>()), rules, true);
        if (plan.looksBack()) {
            return bookCarefully(requests);
        }
        var refused = plan.refused(requests);
        if (refused.isEmpty()) {
            return writeHopefully(plan, recalled);
        }
        if (plan.accepted.isEmpty()) {
            return bookCarefully(requests);
        }
        var knownToo = postings.known(refused);
        if (known.keySet().containsAll(knownToo.keySet())) {
            return writeHopefully(plan, recalled);
        }
        known.putAll(knownToo);
        return writeHopefully(plan(requests, new Stored(recalled, known, new HashMap<>()), rules, true), recalled);
    }

    private Booking writeHopefully(Plan plan, Map<AccountKey, Stored.Account> before) {
        var left = write(plan, before);
        if (left == null) {
            throw new OptimisticLockingFailureException("an account was opened meanwhile");
        }
        return booking(plan, left);
    }

    /** The accounts as written; nothing, and nothing is written, if one was opened by somebody else meanwhile. */
    private @Nullable Map<AccountKey, Stored.Account> write(Plan plan, Map<AccountKey, Stored.Account> before) {
        if (plan.accepted.isEmpty()) {
            return Map.of();
        }
        var left = accounts.write(plan, before);
        if (left != null) {
            postings.write(plan.accepted, plan.now(), plan.bounds());
        }
        return left;
    }

    private Booking booking(Plan plan, Map<AccountKey, Stored.Account> left) {
        return new Booking(
                outcomes(plan),
                left,
                plan.accepted.stream().map(item -> item.request().id()).toList());
    }

    private static void requireTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("postings are booked within a transaction");
        }
    }

    private Plan plan(List<Request> requests, Stored stored, Plan.Rules rules, boolean receipts) {
        Instant now = time.now();
        while (true) {
            var plan = new Plan(stored, rules, time, now, receipts);
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
