package org.guildhall.finance.periods;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guildhall.finance.CardsOfMonth;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.ledger.Closing;
import org.guildhall.ledger.Periods;
import org.guildhall.sessioncards.SessionCardStock;
import org.springframework.stereotype.Component;

/** What months come to in session cards: kept by their close, and worked out until then. */
@Component
record CardBook(SessionCardStock stock, Periods periods, CardClosingStore store, BusinessTime time) {

    /**
     * What a month comes to now; it begins with what the close before it kept. Of a month that is not over it is what it came to
     * by today: the days of cards of unlimited use that are still to come are owed.
     */
    CardsOfMonth now(LocalDate month) {
        var last = month.minusDays(1);
        var end = month.plusMonths(1).minusDays(1);
        var today = time.today();
        var sold = stock.sold(month, end);
        return CardsOfMonth.of(
                null,
                month,
                closed(month.minusMonths(1))
                        .flatMap(closing -> store.kept(closing.number(), closing.month()))
                        .map(CardsOfMonth::end)
                        .orElseGet(() -> owed(last)),
                new CardsOfMonth.Figure(sold.sessions(), sold.paid()),
                owed(today.isBefore(end) ? today : end));
    }

    /** Keeps what a month comes to, with its close. */
    void keep(Closing closing) {
        store.insert(closing.number(), now(closing.month()));
    }

    /** What was kept, the latest close first. */
    List<CardsOfMonth> kept(List<Closing> closings) {
        Map<Long, LocalDate> months = closings.stream()
                .filter(one -> one.act() == Closing.Act.CLOSE)
                .collect(Collectors.toMap(Closing::number, Closing::month));
        var kept = store.kept(months);
        return closings.stream()
                .map(one -> kept.get(one.number()))
                .filter(Objects::nonNull)
                .toList();
    }

    private Optional<Closing> closed(LocalDate month) {
        return periods.closings().stream()
                .filter(one -> one.act() == Closing.Act.CLOSE && one.undoneBy() == null)
                .filter(one -> one.month().equals(month))
                .findFirst();
    }

    private CardsOfMonth.Figure owed(LocalDate day) {
        var owed = stock.owed(day);
        return new CardsOfMonth.Figure(owed.sessions(), owed.owed());
    }
}
