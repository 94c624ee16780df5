package org.guildhall.sessioncards.acts;

import static org.guildhall.jooq.sessioncards.Tables.CARD;
import static org.guildhall.jooq.sessioncards.Tables.SHARE;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.jooq.sessioncards.tables.records.CardRecord;
import org.guildhall.jooq.sessioncards.tables.records.ShareRecord;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Slice;
import org.guildhall.kernel.UnitId;
import org.guildhall.platform.Cursors;
import org.guildhall.prepaid.PaymentMethod;
import org.guildhall.sessioncards.CardQuery;
import org.guildhall.sessioncards.CardTerm;
import org.guildhall.sessioncards.CardView;
import org.guildhall.sessioncards.CardView.State;
import org.guildhall.sessioncards.OwedView;
import org.guildhall.sessioncards.ProductDetails.Starts;
import org.guildhall.sessioncards.rules.Term;
import org.guildhall.sessioncards.rules.Worth;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Finds cards, the last sold first, and adds up what is owed on them. */
@Component
class CardSearch {

    private final DSLContext sql;
    private final BusinessTime time;

    CardSearch(DSLContext sql, BusinessTime time) {
        this.sql = sql;
        this.time = time;
    }

    /** The card as it stands today. */
    CardView view(UUID card) {
        return views(sql.selectFrom(CARD).where(CARD.CARD_ID.eq(card)).fetch()).getFirst();
    }

    /** One page; a member's own list is not cut by the scope, others show what the stores in it sold. */
    Slice<CardView> page(CardQuery query, Scope scope) {
        var condition = condition(query, time.today());
        if (query.member() == null) {
            condition = condition.and(within(scope));
        }
        var after = Cursors.decode(query.cursor(), 1);
        var rows = sql.selectFrom(CARD)
                .where(condition)
                .and(after.isEmpty() ? noCondition() : CARD.NUMBER.lt(after.number(0)))
                .orderBy(CARD.NUMBER.desc())
                .limit(query.size() + 1)
                .fetch();
        long count = sql.fetchCount(sql.selectOne().from(CARD).where(condition).limit(Slice.COUNT_LIMIT + 1));
        var cut = Slice.cut(rows, query.size(), last -> Cursors.encode(last.getNumber()), Slice.Total.counted(count));
        return new Slice<>(views(cut.items()), cut.next(), cut.total());
    }

    /** What is owed on the cards within the scope, in the currency given. */
    OwedView owed(Scope scope, String currency) {
        var left = SHARE.SESSIONS.minus(SHARE.USED).minus(SHARE.GIVEN_BACK);
        // Integer division, as the worth of used sessions is rounded down.
        var owed = SHARE.PRICE.minus(SHARE.PRICE.times(SHARE.USED).div(SHARE.SESSIONS));
        var ofDays = sql.selectFrom(CARD)
                .where(within(scope))
                .and(CARD.UNLIMITED)
                .and(CARD.REFUNDED.isFalse())
                .and(CARD.LAST_DAY.isNull().or(CARD.LAST_DAY.gt(time.today())))
                .and(CARD.CURRENCY.eq(currency))
                .fetch();
        return sql.select(countDistinct(CARD.CARD_ID), sum(left), sum(owed))
                .from(SHARE)
                .join(CARD)
                .on(CARD.CARD_ID.eq(SHARE.CARD_ID))
                .where(within(scope))
                .and(CARD.REFUNDED.isFalse())
                .and(left.gt(0))
                .and(CARD.CURRENCY.eq(currency))
                .fetchSingle(row ->
                        owed(row.value1(), whole(row.value2()), Money.of(whole(row.value3()), currency), ofDays));
    }

    private OwedView owed(int cards, long sessions, Money owed, List<CardRecord> ofDays) {
        var today = time.today();
        long days = ofDays.stream().mapToLong(row -> term(row).leftAfter(today)).sum();
        long more = ofDays.stream()
                .mapToLong(row -> term(row).owed(row.getPrice(), today))
                .sum();
        var all = owed.plus(new Money(more, owed.currency()));
        return new OwedView((long) cards + ofDays.size(), sessions, days, all);
    }

    private static Term term(CardRecord row) {
        return new Term(row.getDays(), row.getLastDay());
    }

    private static long whole(BigDecimal sum) {
        return sum == null ? 0 : sum.longValueExact();
    }

    private static Condition within(Scope scope) {
        return Scopes.condition(scope, CARD.STORE_ID, val((UUID) null));
    }

    private static Condition condition(CardQuery query, LocalDate today) {
        var condition = query.state() == null ? noCondition() : state(query.state(), today);
        if (query.member() != null) {
            condition = condition.and(CARD.MEMBER_ID.eq(query.member()));
        }
        if (query.product() != null) {
            condition = condition.and(CARD.PRODUCT_ID.eq(query.product()));
        }
        if (query.store() != null) {
            condition = condition.and(CARD.STORE_ID.eq(query.store()));
        }
        if (query.from() != null) {
            condition = condition.and(CARD.OCCURRED_ON.ge(query.from()));
        }
        if (query.to() != null) {
            condition = condition.and(CARD.OCCURRED_ON.le(query.to()));
        }
        return condition;
    }

    private static Condition state(State state, LocalDate today) {
        var left = exists(selectOne()
                .from(SHARE)
                .where(SHARE.CARD_ID.eq(CARD.CARD_ID))
                .and(SHARE.USED.plus(SHARE.GIVEN_BACK).lt(SHARE.SESSIONS)));
        var ended = CARD.LAST_DAY.isNotNull().and(CARD.LAST_DAY.lt(today));
        return switch (state) {
            case OPEN -> CARD.REFUNDED.isFalse().and(left.or(CARD.UNLIMITED)).and(not(ended));
            case OVER -> CARD.REFUNDED.isFalse().and(left).and(ended);
            case USED_UP ->
                CARD.REFUNDED
                        .isFalse()
                        .and(not(left))
                        .and(CARD.UNLIMITED.isFalse().or(ended));
            case REFUNDED -> CARD.REFUNDED.isTrue();
        };
    }

    private List<CardView> views(List<CardRecord> rows) {
        var shares = sql.selectFrom(SHARE)
                .where(SHARE.CARD_ID.in(rows.stream().map(CardRecord::getCardId).toList()))
                .orderBy(SHARE.CARD_ID, SHARE.PLACE)
                .fetchGroups(SHARE.CARD_ID);
        var today = time.today();
        return rows.stream()
                .map(row -> view(row, Objects.requireNonNull(shares.get(row.getCardId())), today))
                .toList();
    }

    private static CardView view(CardRecord row, List<ShareRecord> shares, LocalDate today) {
        return new CardView(
                row.getCardId(),
                new MemberId(row.getMemberId()),
                row.getProductId(),
                row.getName(),
                state(row, shares, today),
                Money.of(row.getPrice(), row.getCurrency()),
                PaymentMethod.of(row.getMethod()),
                row.getReference(),
                new UnitId(row.getStoreId()),
                Arrays.stream(row.getStores()).map(UnitId::new).toList(),
                row.getNamed(),
                Starts.of(row.getStarts()),
                row.getDays(),
                row.getLastDay(),
                shares.stream().map(share -> share(share, row.getCurrency())).toList(),
                row.getUnlimited() ? new CardTerm(row.getDays(), term(row).leftAfter(today), row.getDaily()) : null,
                Money.of(owed(row, shares, today), row.getCurrency()),
                row.getOccurredAt().toInstant(),
                row.getActor(),
                List.of(row.getNotices()));
    }

    private static State state(CardRecord row, List<ShareRecord> shares, LocalDate today) {
        if (row.getRefunded()) {
            return State.REFUNDED;
        }
        boolean ended = row.getLastDay() != null && row.getLastDay().isBefore(today);
        if (row.getUnlimited()) {
            return ended ? State.USED_UP : State.OPEN;
        }
        if (shares.stream().allMatch(share -> share.getUsed() + share.getGivenBack() == share.getSessions())) {
            return State.USED_UP;
        }
        return ended ? State.OVER : State.OPEN;
    }

    private static long owed(CardRecord row, List<ShareRecord> shares, LocalDate today) {
        if (row.getRefunded()) {
            return 0;
        }
        return row.getUnlimited()
                ? term(row).owed(row.getPrice(), today)
                : shares.stream()
                        .mapToLong(share ->
                                share.getPrice() - Worth.of(share.getPrice(), share.getSessions(), share.getUsed()))
                        .sum();
    }

    private static CardView.Share share(ShareRecord share, String currency) {
        var sessions = share.getSessions();
        return new CardView.Share(
                share.getServiceId(),
                share.getName(),
                sessions,
                Money.of(share.getPrice(), currency),
                share.getUsed(),
                share.getHeld(),
                share.getGivenBack(),
                sessions == null ? null : sessions - share.getUsed() - share.getHeld() - share.getGivenBack());
    }
}
