package org.guildhall.ledger.allocation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.guildhall.ledger.Asset;

/** One account booked as the store books it: entries are added, the history is read back from them when it is needed. */
final class SimulatedAccount {

    private final boolean mayOwe;
    private final BusinessTime time;
    private final Map<UUID, List<Event>> postings = new HashMap<>();
    final List<Event> events = new ArrayList<>();
    final List<Correction> entries = new ArrayList<>();
    private AccountBook.State state =
            new AccountBook.State(new Lots(), java.time.Instant.MIN, java.time.Instant.MIN, null);
    int rematches;

    SimulatedAccount(boolean mayOwe, BusinessTime time) {
        this.mayOwe = mayOwe;
        this.time = time;
    }

    /** Books a posting; false if it was refused. */
    boolean post(List<Event> posting) {
        var book = new AccountBook(state, mayOwe, time);
        var result = book.consider(posting);
        if (result instanceof AccountBook.NeedsHistory) {
            rematches++;
            var known = new AccountBook.State(
                    state.lots(), state.lastOccurred(), state.lastTaken(), new History(List.copyOf(events), booked()));
            result = new AccountBook(known, mayOwe, time).consider(posting);
        }
        if (!(result instanceof AccountBook.Booked booked)) {
            return false;
        }
        var after = booked.after();
        state = new AccountBook.State(after.lots(), after.lastOccurred(), after.lastTaken(), null);
        entries.addAll(booked.corrections());
        events.addAll(posting);
        if (!posting.isEmpty()) {
            postings.put(posting.getFirst().posting(), posting);
        }
        return true;
    }

    /** What the expiry job does. */
    void expire(Asset asset, LocalDate through) {
        for (var lot : List.copyOf(state.lots().amounts().keySet())) {
            if (!lot.equals(Lots.DEBT) && !lot.isAfter(through)) {
                var id = Ids.derived("lapse " + lot);
                var lapse = new Event(id, time.startOf(lot), "expiry", id, new Act.Lapsed(asset, lot));
                if (!post(List.of(lapse))) {
                    throw new IllegalStateException("expiry is never refused");
                }
            }
        }
    }

    Map<LocalDate, Long> lots() {
        return state.lots().amounts();
    }

    AccountBook.State state() {
        return state;
    }

    /** The lots as the entries say. */
    Map<LocalDate, Long> sumOfEntries() {
        var sums = new TreeMap<LocalDate, Long>();
        entries.forEach(entry -> sums.merge(entry.part().lot(), entry.part().amount(), Long::sum));
        sums.values().removeIf(amount -> amount == 0);
        return sums;
    }

    Map<Line, Long> booked() {
        var lines = new HashMap<Line, Long>();
        for (var entry : entries) {
            var about = postings.getOrDefault(entry.about(), List.of());
            var part = entry.part();
            var family = Family.of(entry.about(), about, part.contra());
            lines.merge(new Line(family, part.lot(), part.contra()), part.amount(), Long::sum);
        }
        lines.values().removeIf(amount -> amount == 0);
        return lines;
    }
}
