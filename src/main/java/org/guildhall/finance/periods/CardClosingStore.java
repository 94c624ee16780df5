package org.guildhall.finance.periods;

import static org.guildhall.jooq.finance.Tables.CARD_CLOSING;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.guildhall.finance.CardsOfMonth;
import org.guildhall.jooq.finance.tables.records.CardClosingRecord;
import org.guildhall.kernel.Money;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Keeps what was owed on session cards when months were closed. */
@Component
class CardClosingStore {

    private final DSLContext sql;

    CardClosingStore(DSLContext sql) {
        this.sql = sql;
    }

    void insert(long closing, CardsOfMonth cards) {
        sql.insertInto(CARD_CLOSING)
                .set(CARD_CLOSING.CLOSING_NO, closing)
                .set(CARD_CLOSING.CURRENCY, cards.end().worth().currency().getCurrencyCode())
                .set(CARD_CLOSING.OPENING_SESSIONS, cards.start().sessions())
                .set(CARD_CLOSING.SOLD_SESSIONS, cards.sold().sessions())
                .set(CARD_CLOSING.CLOSING_SESSIONS, cards.end().sessions())
                .set(CARD_CLOSING.OPENING, cards.start().worth().minor())
                .set(CARD_CLOSING.SOLD, cards.sold().worth().minor())
                .set(CARD_CLOSING.CLOSING, cards.end().worth().minor())
                .execute();
    }

    /** What the closes kept, by their numbers, given with their months; closes of earlier versions kept nothing. */
    Map<Long, CardsOfMonth> kept(Map<Long, LocalDate> closings) {
        return sql.selectFrom(CARD_CLOSING)
                .where(CARD_CLOSING.CLOSING_NO.in(closings.keySet()))
                .fetchMap(CARD_CLOSING.CLOSING_NO, row -> cards(row, closings));
    }

    /** What a close kept. */
    Optional<CardsOfMonth> kept(long closing, LocalDate month) {
        return Optional.ofNullable(kept(Map.of(closing, month)).get(closing));
    }

    private static CardsOfMonth cards(CardClosingRecord row, Map<Long, LocalDate> months) {
        return CardsOfMonth.of(
                row.getClosingNo(),
                Objects.requireNonNull(months.get(row.getClosingNo())),
                figure(row, row.getOpeningSessions(), row.getOpening()),
                figure(row, row.getSoldSessions(), row.getSold()),
                figure(row, row.getClosingSessions(), row.getClosing()));
    }

    private static CardsOfMonth.Figure figure(CardClosingRecord row, long sessions, long worth) {
        return new CardsOfMonth.Figure(sessions, Money.of(worth, row.getCurrency()));
    }
}
