package org.guildhall.ledger.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.EntryView;
import org.guildhall.ledger.LedgerRefusal;
import org.guildhall.ledger.Receipt;
import org.guildhall.ledger.allocation.AccountBook;
import org.guildhall.ledger.allocation.Act;
import org.guildhall.ledger.allocation.Correction;
import org.guildhall.ledger.allocation.Event;
import org.jspecify.annotations.Nullable;

/**
 * Works out in memory, request by request, what a batch changes; a refused request changes nothing and the rest go on.
 *
 * <p>A pure function of what is stored: if an account's history turns out to be needed, the plan says so and is made again.
 */
final class Plan {

    /** The largest amount of one movement, and the largest balance. */
    static final long LARGEST = 1_000_000_000_000L;

    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(1);

    private final Stored stored;
    private final Map<Asset, Boolean> mayOwe;
    private final OpenBookStore.Bounds bounds;
    private final BusinessTime time;
    private final Instant now;
    private final boolean tells;
    private final Map<AccountKey, AccountBook> books = new HashMap<>();
    private final Map<UUID, Request> inBatch = new HashMap<>();
    private final Map<UUID, Receipt> receipts = new HashMap<>();

    /** What is to be written. */
    final List<Accepted> accepted = new ArrayList<>();

    /** One outcome for each request; none where an earlier booking has to be looked up. */
    final List<Verdict> verdicts = new ArrayList<>();

    /** Accounts that cannot be decided without their history. */
    final Set<AccountKey> wanting = new LinkedHashSet<>();

    /** A plan that gives whole receipts, or empty ones if it need not tell. */
    Plan(Stored stored, Rules rules, BusinessTime time, Instant now, boolean tells) {
        this.stored = stored;
        this.mayOwe = rules.mayOwe;
        this.bounds = rules.bounds;
        this.time = time;
        this.now = now;
        this.tells = tells;
    }

    /** Which assets there are, whether they may be owed, and since when the books are open. */
    record Rules(Map<Asset, Boolean> mayOwe, OpenBookStore.Bounds bounds) {}

    /** A request to book, with its entries in the order of their lines. */
    record Accepted(Request request, Instant occurredAt, List<Entry> entries) {}

    /** An entry of one asset. */
    record Entry(Asset asset, Correction correction) {}

    /** What to answer. */
    sealed interface Verdict {
        record Booked(Receipt receipt) implements Verdict {}

        record Earlier(UUID posting) implements Verdict {}

        record Refused(LedgerRefusal reason) implements Verdict {}
    }

    void add(Request request) {
        verdicts.add(verdict(request));
    }

    private Verdict verdict(Request request) {
        var known = stored.known().get(request.id());
        var twin = inBatch.get(request.id());
        var hash = known != null ? known.contentHash() : twin != null ? twin.contentHash() : null;
        if (hash != null) {
            if (!hash.equals(request.contentHash())) {
                return new Verdict.Refused(
                        new LedgerRefusal.KeyReused(request.head().key().value(), request.id()));
            }
            var receipt = receipts.get(request.id());
            return receipt == null ? new Verdict.Earlier(request.id()) : new Verdict.Booked(replayed(receipt));
        }
        var broken = broken(request);
        return broken == null ? book(request) : new Verdict.Refused(broken);
    }

    private @Nullable LedgerRefusal broken(Request request) {
        for (var act : request.acts()) {
            if (!mayOwe.containsKey(act.asset())) {
                return new LedgerRefusal.UnknownAsset(act.asset().code());
            }
            if (act instanceof Act.Moved(var movement) && movement.amount() > LARGEST) {
                return new LedgerRefusal.AmountTooLarge(act.asset(), LARGEST);
            }
        }
        var occurredAt = request.head().occurredAt();
        if (occurredAt == null) {
            return null;
        }
        if (occurredAt.isAfter(now.plus(CLOCK_DIFFERENCE))) {
            return new LedgerRefusal.InTheFuture(occurredAt.toString());
        }
        return bounds.precedes(occurredAt)
                        && !bounds.late().contains(request.head().causeType())
                ? new LedgerRefusal.PeriodClosed(
                        occurredAt.toString(), bounds.openFrom().toString())
                : null;
    }

    private Verdict book(Request request) {
        var occurredAt = request.head().occurredAt() == null
                ? afterAll(request)
                : request.head().occurredAt();
        var results = new LinkedHashMap<AccountKey, AccountBook.Booked>();
        for (var asset : assets(request)) {
            var key = new AccountKey(request.member(), asset);
            switch (account(key).consider(events(request, asset, occurredAt))) {
                case AccountBook.Booked booked -> {
                    if (Math.abs(booked.after().lots().balance()) > LARGEST) {
                        return new Verdict.Refused(new LedgerRefusal.AmountTooLarge(asset, LARGEST));
                    }
                    results.put(key, booked);
                }
                case AccountBook.TooLittle(var available, var wanted) -> {
                    return new Verdict.Refused(new LedgerRefusal.InsufficientBalance(asset, available, wanted));
                }
                case AccountBook.TooMuchBack(var left, var wanted) -> {
                    return new Verdict.Refused(new LedgerRefusal.GiveBackTooLarge(asset, left, wanted));
                }
                case AccountBook.NeedsHistory needs -> {
                    wanting.add(key);
                    return new Verdict.Earlier(request.id());
                }
            }
        }
        return accept(request, occurredAt, results);
    }

    private Verdict accept(Request request, Instant occurredAt, Map<AccountKey, AccountBook.Booked> results) {
        var entries = new ArrayList<Entry>();
        var balances = new TreeMap<Asset, Long>();
        results.forEach((key, booked) -> {
            account(key).accept(booked);
            balances.put(key.asset(), booked.after().lots().balance());
            booked.corrections().forEach(correction -> entries.add(new Entry(key.asset(), correction)));
        });
        accepted.add(new Accepted(request, occurredAt, entries));
        inBatch.put(request.id(), request);
        var receipt = new Receipt(request.id(), false, tells ? views(request, entries) : List.of(), balances);
        receipts.put(request.id(), receipt);
        return new Verdict.Booked(receipt);
    }

    /** Those of the requests, given in their order, that are refused. */
    List<Request> refused(List<Request> requests) {
        var refused = new ArrayList<Request>();
        for (int i = 0; i < requests.size(); i++) {
            if (verdicts.get(i) instanceof Verdict.Refused) {
                refused.add(requests.get(i));
            }
        }
        return refused;
    }

    /** The state of an account after the plan. */
    AccountBook.State after(AccountKey key) {
        return account(key).state();
    }

    /** Whether it refuses or moves anything because the period in which that occurred is closed. */
    boolean looksBack() {
        for (var verdict : verdicts) {
            if (verdict instanceof Verdict.Refused(LedgerRefusal.PeriodClosed closed)) {
                return true;
            }
        }
        return accepted.stream()
                .flatMap(item -> item.entries().stream())
                .anyMatch(entry -> bounds.precedes(entry.correction().occurredAt()));
    }

    /** Since when the books are open for it. */
    OpenBookStore.Bounds bounds() {
        return bounds;
    }

    /** When it is booked. */
    Instant now() {
        return now;
    }

    /** All accounts the plan touched. */
    Set<AccountKey> touched() {
        return books.keySet();
    }

    private AccountBook account(AccountKey key) {
        return books.computeIfAbsent(key, wanted -> {
            var account = Objects.requireNonNull(stored.accounts().get(wanted), "account not locked");
            boolean debt = mayOwe.getOrDefault(wanted.asset(), false);
            return new AccountBook(account.state(stored.histories().get(wanted)), debt, time);
        });
    }

    private Instant afterAll(Request request) {
        var at = now;
        for (var asset : assets(request)) {
            var last = account(new AccountKey(request.member(), asset)).state().lastOccurred();
            at = last.isBefore(at) ? at : last.plus(1, ChronoUnit.MICROS);
        }
        return at;
    }

    private static Set<Asset> assets(Request request) {
        var assets = new LinkedHashSet<Asset>();
        request.acts().forEach(act -> assets.add(act.asset()));
        return assets;
    }

    private static List<Event> events(Request request, Asset asset, Instant occurredAt) {
        var events = new ArrayList<Event>(request.acts().size());
        for (var act : request.acts()) {
            if (act.asset().equals(asset)) {
                events.add(new Event(
                        request.id(),
                        occurredAt,
                        request.head().causeType(),
                        request.head().causeId(),
                        act));
            }
        }
        return events;
    }

    private List<EntryView> views(Request request, List<Entry> entries) {
        var groups = new LinkedHashMap<Group, List<EntryView.Part>>();
        for (var entry : entries) {
            var correction = entry.correction();
            var part = correction.part();
            groups.computeIfAbsent(
                            new Group(correction.about(), entry.asset(), correction.occurredAt()),
                            group -> new ArrayList<>(2))
                    .add(LotDates.part(part));
        }
        var views = new ArrayList<EntryView>(groups.size());
        groups.forEach((group, parts) -> views.add(new EntryView(
                request.id(),
                group.about,
                group.asset,
                request.head().kind(),
                parts.stream().mapToLong(EntryView.Part::amount).sum(),
                parts,
                group.occurredAt,
                now,
                request.head().causeType(),
                request.head().causeId(),
                request.head().reasonCode(),
                request.head().policyVersion(),
                null,
                null)));
        return views;
    }

    private static Receipt replayed(Receipt receipt) {
        return new Receipt(receipt.postingId(), true, receipt.entries(), receipt.balances());
    }

    private record Group(UUID about, Asset asset, Instant occurredAt) {}
}
