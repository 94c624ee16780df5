package org.guildhall.loyalty.registry;

import static org.guildhall.jooq.loyalty.Tables.STANDING;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.access.Permission;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.ledger.Ledger;
import org.guildhall.loyalty.LoyaltyPermissions;
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
        return new PointsColumnSearch(ledger);
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

    /** Whoever has no row of their own yet is shown as what they are: at the entry tier, with nothing. */
    static Map<MemberId, Object> complete(Map<MemberId, Object> known, Collection<MemberId> members, Object otherwise) {
        members.forEach(member -> known.putIfAbsent(member, otherwise));
        return known;
    }

    private record TierColumn(StandingSearch search, RuleBooks books, BusinessTime time) implements MemberColumn {
        @Override
        public String code() {
            return "loyalty.tier";
        }

        @Override
        public Permission permission() {
            return LoyaltyPermissions.READ;
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
            return complete(search.values(members, row -> row.getTier()), members, entry());
        }

        /** The tier of whoever has not bought anything yet. */
        private String entry() {
            return choices().getFirst();
        }

        @Override
        public @Nullable Condition matches(Field<UUID> memberId, MemberFilter.Comparison test, List<String> values) {
            return switch (test) {
                case IN ->
                    values.contains(entry())
                            ? StandingSearch.where(
                                            memberId, STANDING.REVISION.gt(0).and(STANDING.TIER.notIn(values)))
                                    .not()
                            : StandingSearch.where(memberId, STANDING.TIER.in(values));
                case KNOWN -> StandingSearch.where(memberId, STANDING.REVISION.gt(0));
                case UNKNOWN ->
                    StandingSearch.where(memberId, STANDING.REVISION.gt(0)).not();
                case AT_LEAST, AT_MOST, CONTAINS -> null;
            };
        }
    }

    private record SpendColumn(StandingSearch search, RuleBooks books, BusinessTime time) implements MemberColumn {
        @Override
        public String code() {
            return "loyalty.spend";
        }

        @Override
        public Permission permission() {
            return LoyaltyPermissions.READ;
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
            return complete(
                    search.values(members, row -> new Money(row.getSpendMinor(), base)), members, new Money(0, base));
        }

        @Override
        public @Nullable Condition matches(Field<UUID> memberId, MemberFilter.Comparison test, List<String> values) {
            return switch (test) {
                case AT_LEAST -> StandingSearch.where(memberId, STANDING.SPEND_MINOR.ge(minor(values)));
                case AT_MOST ->
                    minor(values) < 0
                            ? StandingSearch.where(memberId, STANDING.SPEND_MINOR.le(minor(values)))
                            : StandingSearch.where(memberId, STANDING.SPEND_MINOR.gt(minor(values)))
                                    .not();
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
        public Permission permission() {
            return LoyaltyPermissions.READ;
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
