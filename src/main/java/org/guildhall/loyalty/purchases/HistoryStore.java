package org.guildhall.loyalty.purchases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.guildhall.loyalty.LineFact;
import org.guildhall.loyalty.OccasionFact;
import org.guildhall.loyalty.OccasionKind;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.loyalty.ReturnFact;
import org.guildhall.loyalty.ReturnedLine;
import org.guildhall.loyalty.replay.Bought;
import org.guildhall.loyalty.replay.GivenBack;
import org.guildhall.loyalty.replay.Happened;
import org.guildhall.loyalty.tiers.TierGrant;
import org.guildhall.platform.FixedStatement;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the facts that count of members who are replayed; voided ones are left out. Every sale reads its buyer's, so the texts
 * are fixed, and what few members have is asked for only of those who have it.
 */
@Component
class HistoryStore {

    private static final TypeReference<List<ReturnedLine>> RETURNED_LINES = new TypeReference<>() {};

    private static final FixedStatement SELDOM = FixedStatement.of("""
            select id, returned, given, postponed, thanked
            from (select id,
                         exists (select from loyalty.return r where r.member_id = id) as returned,
                         exists (select from loyalty.occasion o where o.member_id = id) as thanked,
                         exists (select from loyalty.tier_grant g where g.member_id = id) as given,
                         exists (select from loyalty.review_postponement p where p.member_id = id) as postponed
                  from unnest(?) as id) member
            where returned or given or postponed or thanked
            """);

    private static final String HEAD =
            "member_id, purchase_id, source, number, occurred_at, store_id, staff_id, total_minor, currency, payment";

    private static final FixedStatement PURCHASES = of(HEAD, "purchase", "purchase_id", "recorded_at");

    private static final FixedStatement PURCHASES_WITH_LINES = of(
            HEAD + ", line_products, line_categories, line_quantities_milli, line_amounts_minor",
            "purchase",
            "purchase_id",
            "recorded_at");

    private static final FixedStatement RETURNS = of(
            "member_id, return_id, source, number, purchase_number, occurred_at, lines, amount_minor, currency",
            "return",
            "return_id",
            "recorded_at");

    private static final FixedStatement GRANTS =
            of("member_id, grant_id, tier, granted_at, until_date", "tier_grant", "grant_id", "granted_at");

    /** A taking back that was not known yet did not happen yet. */
    private static final FixedStatement OCCASIONS = FixedStatement.of("""
            select o.member_id, o.occasion_id, o.kind, o.source, o.number, o.occurred_at, o.store_id, o.about,
                   back.taking_id, back.taken_at
            from loyalty.occasion o
            left join loyalty.occasion_taken_back back
              on back.member_id = o.member_id and back.occasion_id = o.occasion_id and back.taken_at <= ?
            where o.member_id = any(?)
              and o.recorded_at <= ?
            """);

    private static final FixedStatement POSTPONED = FixedStatement.of(
            "select member_id, review_on, until from loyalty.review_postponement where member_id = any(?)");

    private final DSLContext sql;
    private final JsonMapper json;

    HistoryStore(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    private static FixedStatement of(String columns, String table, String id, String recordedAt) {
        return FixedStatement.of("select " + columns + " from loyalty." + table + " fact where member_id = any(?) and "
                + recordedAt + " <= ? and not exists (select from loyalty.voiding v where v.member_id = fact.member_id"
                + " and v.fact_id = fact." + id + " and v.recorded_at <= ?)");
    }

    /** What is stored of some members; who has nothing of a kind is absent from its map. */
    record Stored(
            Map<MemberId, List<Bought>> purchases,
            Map<MemberId, List<GivenBack>> returns,
            Map<MemberId, List<Happened>> occasions,
            Map<MemberId, List<TierGrant>> grants,
            Map<MemberId, Map<LocalDate, LocalDate>> postponed) {

        private static final Stored NOTHING = new Stored(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
    }

    private record Seldom(MemberId member, boolean returned, boolean given, boolean postponed, boolean thanked) {}

    /**
     * What is stored of these members, as known at an instant or, without one, now; the lines of purchases only if asked for,
     * or if something came back.
     */
    Stored of(Collection<MemberId> members, boolean withLines, @Nullable Instant knownAt) {
        if (members.isEmpty()) {
            return Stored.NOTHING;
        }
        var until = knownAt == null ? OffsetDateTime.MAX : FactStore.utc(knownAt);
        var seldom = SELDOM.list(
                sql,
                row -> new Seldom(
                        member(row), row.getBoolean(2), row.getBoolean(3), row.getBoolean(4), row.getBoolean(5)),
                (Object) FactStore.ids(members));
        var returns = byMember(RETURNS, this::givenBack, those(seldom, Seldom::returned), until);
        boolean lines = withLines || !returns.isEmpty();
        return new Stored(
                byMember(
                        lines ? PURCHASES_WITH_LINES : PURCHASES,
                        row -> bought(row, lines),
                        FactStore.ids(members),
                        until),
                returns,
                occasions(those(seldom, Seldom::thanked), until),
                byMember(GRANTS, HistoryStore::grant, those(seldom, Seldom::given), until),
                postponed(those(seldom, Seldom::postponed)));
    }

    private static UUID[] those(List<Seldom> seldom, Predicate<Seldom> who) {
        return seldom.stream().filter(who).map(one -> one.member.value()).toArray(UUID[]::new);
    }

    private <T> Map<MemberId, List<T>> byMember(
            FixedStatement statement, FixedStatement.Reading<T> reading, UUID[] members, OffsetDateTime until) {
        var all = new HashMap<MemberId, List<T>>();
        if (members.length > 0) {
            statement.list(
                    sql,
                    row -> all.computeIfAbsent(member(row), id -> new ArrayList<>())
                            .add(reading.of(row)),
                    members,
                    until,
                    until);
        }
        return all;
    }

    private Map<MemberId, List<Happened>> occasions(UUID[] members, OffsetDateTime until) {
        var all = new HashMap<MemberId, List<Happened>>();
        if (members.length > 0) {
            OCCASIONS.list(
                    sql,
                    row -> all.computeIfAbsent(member(row), id -> new ArrayList<>())
                            .add(happened(row)),
                    until,
                    members,
                    until);
        }
        return all;
    }

    private static Happened happened(ResultSet row) throws SQLException {
        var store = row.getObject(7, UUID.class);
        var taking = row.getObject(9, UUID.class);
        return new Happened(
                row.getObject(2, UUID.class),
                new OccasionFact(
                        OccasionKind.valueOf(row.getString(3)),
                        row.getString(4),
                        row.getString(5),
                        member(row),
                        instant(row, 6),
                        store == null ? null : new UnitId(store),
                        row.getString(8)),
                taking == null ? null : new Happened.TakenBack(taking, instant(row, 10)));
    }

    /** Day of the review and the day it is held instead, member by member. */
    private Map<MemberId, Map<LocalDate, LocalDate>> postponed(UUID[] members) {
        var all = new HashMap<MemberId, Map<LocalDate, LocalDate>>();
        if (members.length > 0) {
            POSTPONED.list(
                    sql,
                    row -> all.computeIfAbsent(member(row), id -> new HashMap<>(2))
                            .put(row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)),
                    (Object) members);
        }
        return all;
    }

    private static MemberId member(ResultSet row) throws SQLException {
        return new MemberId(row.getObject(1, UUID.class));
    }

    private static Bought bought(ResultSet row, boolean withLines) throws SQLException {
        var currency = Currency.getInstance(row.getString(9));
        var store = row.getObject(6, UUID.class);
        var staff = row.getObject(7, UUID.class);
        return new Bought(
                row.getObject(2, UUID.class),
                new PurchaseFact(
                        row.getString(3),
                        row.getString(4),
                        member(row),
                        instant(row, 5),
                        store == null ? null : new UnitId(store),
                        staff == null ? null : new StaffId(staff),
                        new Money(row.getLong(8), currency),
                        withLines ? lines(row, currency) : List.of(),
                        row.getString(10)));
    }

    private static List<LineFact> lines(ResultSet row, Currency currency) throws SQLException {
        var products = (String[]) row.getArray(11).getArray();
        var categories = (String[]) row.getArray(12).getArray();
        var quantities = (Long[]) row.getArray(13).getArray();
        var amounts = (Long[]) row.getArray(14).getArray();
        var lines = new ArrayList<LineFact>(amounts.length);
        for (int i = 0; i < amounts.length; i++) {
            lines.add(new LineFact(products[i], categories[i], quantities[i], new Money(amounts[i], currency)));
        }
        return lines;
    }

    private GivenBack givenBack(ResultSet row) throws SQLException {
        var lines = row.getString(7);
        var amount = row.getObject(8, Long.class);
        return new GivenBack(
                row.getObject(2, UUID.class),
                new ReturnFact(
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        member(row),
                        instant(row, 6),
                        lines == null ? List.of() : json.readValue(lines, RETURNED_LINES),
                        amount == null ? null : Money.of(amount, row.getString(9))));
    }

    private static TierGrant grant(ResultSet row) throws SQLException {
        return new TierGrant(
                row.getObject(2, UUID.class), row.getString(3), instant(row, 4), row.getObject(5, LocalDate.class));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
