package org.guildhall.ledger.periods;

import java.time.LocalDate;
import java.util.List;
import org.guildhall.access.Access;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.Closing;
import org.guildhall.ledger.LedgerRefusal;
import org.guildhall.ledger.PeriodPreview;
import org.guildhall.ledger.Periods;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** {@link Periods} as facts with their figures; the row that says since when the books are open follows them. */
@Component
class PeriodBook implements Periods {

    private final PeriodStore store;
    private final BusinessTime time;
    private final Access access;

    PeriodBook(PeriodStore store, BusinessTime time, Access access) {
        this.store = store;
        this.time = time;
        this.access = access;
    }

    @Override
    public LocalDate next() {
        return store.lastClosed()
                .map(last -> last.plusMonths(1))
                .or(store::firstClosed)
                .orElseGet(() -> time.today().withDayOfMonth(1).minusMonths(1));
    }

    @Override
    public List<Closing> closings() {
        return store.closings();
    }

    @Override
    public PeriodPreview preview(LocalDate month) {
        return store.preview(span(month), isOver(month));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Closing close(LocalDate month, String reason) {
        store.lockAlone();
        requireClosable(month);
        return store.close(span(month), by(reason));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Closing reopen(LocalDate month, String reason) {
        store.lockAlone();
        requireReopenable(month);
        return store.reopen(span(month), by(reason));
    }

    @Override
    public boolean isOver(LocalDate month) {
        return !time.today().isBefore(month.plusMonths(1));
    }

    @Override
    public void requireClosable(LocalDate month) {
        if (!isOver(month)) {
            throw Refusal.of(new LedgerRefusal.PeriodNotOver(month.toString()));
        }
        var next = next();
        if (!month.equals(next)) {
            throw Refusal.of(new LedgerRefusal.PeriodOutOfTurn(month.toString(), next.toString()));
        }
    }

    @Override
    public void requireReopenable(LocalDate month) {
        var last = store.lastClosed();
        if (last.isEmpty() || !last.get().equals(month)) {
            throw Refusal.of(new LedgerRefusal.NotLastClosed(month.toString()));
        }
    }

    private PeriodStore.Span span(LocalDate month) {
        return new PeriodStore.Span(month, time.startOf(month), time.startOf(month.plusMonths(1)));
    }

    private PeriodStore.Said by(String reason) {
        var actor = access.actor();
        var name = actor instanceof Actor.Staff(var id, var called) ? called : actor.reference();
        return new PeriodStore.Said(reason, actor.reference(), name, time.now());
    }
}
