package org.guildhall.loyalty.histories;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.Scopes;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Ledger;
import org.guildhall.loyalty.HistoryBatch;
import org.guildhall.loyalty.HistoryOutcome;
import org.guildhall.loyalty.LoyaltyPermissions;
import org.guildhall.loyalty.PointsHistories;
import org.guildhall.loyalty.PointsPeriod;
import org.guildhall.members.Members;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes histories over and back under the lock of their books, so that each opening balance is found over all of one. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class HistoryDesk implements PointsHistories {

    private static final String REPLACED = "loyalty.opening-replaced";
    private static final int CHUNK = 5_000;

    private final HistoryStore store;
    private final Ledger ledger;
    private final Members members;
    private final Access access;
    private final BusinessTime time;

    HistoryDesk(HistoryStore store, Ledger ledger, Members members, Access access, BusinessTime time) {
        this.store = store;
        this.ledger = ledger;
        this.members = members;
        this.access = access;
        this.time = time;
    }

    @Override
    public HistoryOutcome recordAll(List<PointsPeriod> periods, HistoryBatch batch) {
        requireAll();
        if (periods.isEmpty()) {
            return HistoryOutcome.NOTHING;
        }
        var people = members.facts(
                periods.stream().map(PointsPeriod::member).distinct().toList());
        var source = batch.source();
        var numbers = store.lock(people.keySet(), source);
        var admission = new PeriodAdmission(people, batch, time.now());
        admission.hold(store.held(people.keySet(), source), store.voidings(people.keySet(), source));
        periods.forEach(admission::add);
        var openings = new Reopening(numbers, batch);
        openings.follow(admission.touched(), store.openings(people.keySet(), source));

        ledger.postNew(openings.begun.stream().map(Book.Opening::posting).toList());
        ledger.reverseAll(openings.ended.stream().map(one -> one.undo(REPLACED)).toList());
        ledger.postNew(admission.added.stream()
                .flatMap(kept -> kept.postings().stream())
                .toList());
        // After the ledger's own instant, so that what these periods spent is not taken for spent since.
        var now = time.now();
        store.add(admission.added, batch, now);
        store.end(openings.ended, now);
        store.open(openings.begun, batch.id(), now);
        return admission.outcome(openings);
    }

    @Override
    public HistoryOutcome voidAll(UUID batch, Collection<MemberId> of, String reason) {
        requireAll();
        var outcome = HistoryOutcome.NOTHING;
        var sources = store.heldOf(batch, of).stream()
                .map(kept -> kept.book().source())
                .distinct()
                .sorted()
                .toList();
        for (var source : sources) {
            outcome = voidAll(new HistoryBatch(batch, source, null), of, reason);
        }
        return outcome;
    }

    private HistoryOutcome voidAll(HistoryBatch batch, Collection<MemberId> of, String reason) {
        var numbers = store.lock(of, batch.source());
        var gone = store.heldOf(batch.id(), of);
        var remaining = new Remaining(store.held(of, batch.source()), gone);
        var openings = new Reopening(numbers, batch);
        openings.follow(remaining.turns(), store.openings(remaining.turns().keySet(), batch.source()));

        ledger.postNew(openings.begun.stream().map(Book.Opening::posting).toList());
        var undos = new ArrayList<>(gone.reversed().stream()
                .flatMap(kept -> kept.undos(reason).stream())
                .toList());
        openings.ended.forEach(one -> undos.add(one.undo(reason)));
        ledger.reverseAll(undos);
        var now = time.now();
        store.voided(gone, now);
        store.end(openings.ended, now);
        store.open(openings.begun, batch.id(), now);
        return remaining.outcome(openings);
    }

    /** Only looks, so it needs no transaction. */
    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<MemberId> spentSince(UUID batch, Collection<MemberId> of) {
        requireAll();
        var all = List.copyOf(of);
        var spent = new ArrayList<MemberId>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            var chunk = all.subList(from, Math.min(from + CHUNK, all.size()));
            spent.addAll(ledger.spentSince(store.recordedBy(batch, chunk), Asset.POINTS));
        }
        return spent;
    }

    /** Books of another system are about members wherever they are. */
    private void requireAll() {
        var scope = access.require(LoyaltyPermissions.RECORD);
        if (!Scopes.includes(scope, null, null)) {
            throw Refusal.of(new AccessRefusal.OutOfScope(LoyaltyPermissions.RECORD.code(), "points history"));
        }
    }
}
