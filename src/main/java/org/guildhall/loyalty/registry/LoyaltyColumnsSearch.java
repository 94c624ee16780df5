package org.guildhall.loyalty.registry;

import static org.guildhall.jooq.loyalty.Tables.STANDING;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Points;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.BalanceRows;
import org.guildhall.ledger.Ledger;
import org.guildhall.loyalty.replay.RuleBooks;
import org.guildhall.members.MemberColumn;
import org.guildhall.members.MemberFilter;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Tier, points, spending and last purchase as columns of the member list. */
@Configuration(proxyBeanMethods = false)
class LoyaltyColumnsSearch {

    @Bean
    @Order(10)
    MemberColumn tierColumn(StandingSearch search, RuleBooks books, BusinessTime time) {
        return new TierColumn(search, books, time);
    }

    @Bean
    @Order(11)
    MemberColumn pointsColumn(Ledger ledger) {
        return new PointsColumn(ledger);
    }

    @Bean
    @Order(12)
    MemberColumn spendColumn(StandingSearch search, RuleBooks books, BusinessTime time) {
        return new SpendColumn(search, books, time);
    }

    @Bean
    @Order(13)
    MemberColumn lastPurchaseColumn(StandingSearch search, BusinessTime time) {
        return new LastPurchaseColumn(search, time);
    }

    private record TierColumn(StandingSearch search, RuleBooks books, BusinessTime time) implements MemberColumn {
        @Override
        public String code() {
            return "loyalty.tier";
        }

        @Override
        public Type type() {
            return Type.CHOICE;
        }

        @Override
        public List<String> choices() {
            return books.current().tiersOn(time.today()).policy().codes();
        }

        @Override
        public boolean filterable() {
            return true;
        }

        /** By the place in the present ladder; a tier that is no longer on it counts as the lowest. */
        @Override
        public Source source() {
            var ladder = choices();
            Field<Integer> key = val(-1);
            for (int i = 0; i < ladder.size(); i++) {
                key = when(STANDING.TIER.eq(ladder.get(i)), val(i)).otherwise(key);
            }
            return StandingSearch.source(key);
        }

        @Override
        public Map<MemberId, Object> values(Collection<MemberId> members) {
            return search.values(members, row -> row.getTier());
        }

        @Override
        public @Nullable Condition matches(Field<UUID> memberId, MemberFilter.Comparison test, List<String> values) {
            return switch (test) {
                case IN -> StandingSearch.where(memberId, STANDING.TIER.in(values));
                case KNOWN -> StandingSearch.where(memberId, STANDING.REVISION.gt(0));
                case UNKNOWN ->
                    StandingSearch.where(memberId, STANDING.REVISION.gt(0)).not();
                case AT_LEAST, AT_MOST, CONTAINS -> null;
            };
        }
    }

    private record PointsColumn(Ledger ledger) implements MemberColumn {
        @Override
        public String code() {
            return "loyalty.points";
        }

        @Override
        public Type type() {
            return Type.NUMBER;
        }

        @Override
        public boolean filterable() {
            return true;
        }

        /** Whoever has no account has no points. */
        @Override
        public @Nullable Condition matches(Field<UUID> memberId, MemberFilter.Comparison test, List<String> values) {
            return switch (test) {
                case AT_LEAST -> {
                    long least = whole(values);
                    yield least > 0
                            ? having(memberId, rows().balance().ge(least))
                            : having(memberId, rows().balance().lt(least)).not();
                }
                case AT_MOST -> {
                    long most = whole(values);
                    yield most < 0
                            ? having(memberId, rows().balance().le(most))
                            : having(memberId, rows().balance().gt(most)).not();
                }
                case KNOWN -> having(memberId, noCondition());
                case UNKNOWN -> having(memberId, noCondition()).not();
                case IN, CONTAINS -> null;
            };
        }

        @Override
        public Source source() {
            var rows = rows();
            return new Source(rows.table(), rows.member(), rows.ofAsset(), rows.balance());
        }

        private BalanceRows rows() {
            return ledger.balanceRows(Asset.POINTS);
        }

        private Condition having(Field<UUID> memberId, Condition condition) {
            var rows = rows();
            return exists(selectOne()
                    .from(rows.table())
                    .where(rows.member().eq(memberId))
                    .and(rows.ofAsset())
                    .and(condition));
        }

        private static long whole(List<String> values) {
            try {
                return Long.parseLong(values.getFirst());
            } catch (NumberFormatException e) {
                throw InvalidInput.of("values", values.getFirst(), "number");
            }
        }

        @Override
        public Map<MemberId, Object> values(Collection<MemberId> members) {
            var values = new java.util.HashMap<MemberId, Object>();
            ledger.balances(members, Asset.POINTS).forEach((id, balance) -> values.put(id, Points.of(balance)));
            return values;
        }
    }

    private record SpendColumn(StandingSearch search, RuleBooks books, BusinessTime time) implements MemberColumn {
        @Override
        public String code() {
            return "loyalty.spend";
        }

        @Override
        public Type type() {
            return Type.MONEY;
        }

        @Override
        public boolean filterable() {
            return true;
        }

        @Override
        public Map<MemberId, Object> values(Collection<MemberId> members) {
            var base = books.current().at(time.today()).earning().exchange().base();
            return search.values(members, row -> new Money(row.getSpendMinor(), base));
        }

        @Override
        public @Nullable Condition matches(Field<UUID> memberId, MemberFilter.Comparison test, List<String> values) {
            return switch (test) {
                case AT_LEAST -> StandingSearch.where(memberId, STANDING.SPEND_MINOR.ge(minor(values)));
                case AT_MOST -> StandingSearch.where(memberId, STANDING.SPEND_MINOR.le(minor(values)));
                case IN, CONTAINS, KNOWN, UNKNOWN -> null;
            };
        }

        @Override
        public Source source() {
            return StandingSearch.source(STANDING.SPEND_MINOR);
        }

        private static long minor(List<String> values) {
            try {
                return new BigDecimal(values.getFirst()).movePointRight(2).longValueExact();
            } catch (ArithmeticException | NumberFormatException e) {
                throw InvalidInput.of("values", values.getFirst(), "amount-of-money");
            }
        }
    }

    private record LastPurchaseColumn(StandingSearch search, BusinessTime time) implements MemberColumn {
        @Override
        public String code() {
            return "loyalty.last-purchase";
        }

        @Override
        public Type type() {
            return Type.DATE;
        }

        @Override
        public boolean filterable() {
            return true;
        }

        @Override
        public Source source() {
            return StandingSearch.source(STANDING.LAST_PURCHASE_AT);
        }

        @Override
        public Map<MemberId, Object> values(Collection<MemberId> members) {
            return search.values(
                    members,
                    row -> row.getLastPurchaseAt() == null
                            ? null
                            : time.dateOf(row.getLastPurchaseAt().toInstant()));
        }

        @Override
        public @Nullable Condition matches(Field<UUID> memberId, MemberFilter.Comparison test, List<String> values) {
            return switch (test) {
                case AT_LEAST -> StandingSearch.where(memberId, STANDING.LAST_PURCHASE_AT.ge(start(day(values))));
                case AT_MOST ->
                    StandingSearch.where(
                            memberId,
                            STANDING.LAST_PURCHASE_AT.lt(start(day(values).plusDays(1))));
                case KNOWN -> StandingSearch.where(memberId, STANDING.LAST_PURCHASE_AT.isNotNull());
                case UNKNOWN ->
                    StandingSearch.where(memberId, STANDING.LAST_PURCHASE_AT.isNotNull())
                            .not();
                case IN, CONTAINS -> null;
            };
        }

        private java.time.OffsetDateTime start(LocalDate day) {
            return time.startOf(day).atOffset(java.time.ZoneOffset.UTC);
        }

        private static LocalDate day(List<String> values) {
            try {
                return LocalDate.parse(values.getFirst());
            } catch (java.time.format.DateTimeParseException e) {
                throw InvalidInput.of("values", values.getFirst(), "date");
            }
        }
    }
}
