package org.guildhall.insights.copy;

import static org.guildhall.insights.Column.Type.DATE;
import static org.guildhall.insights.Column.Type.FLAG;
import static org.guildhall.insights.Column.Type.ID;
import static org.guildhall.insights.Column.Type.INSTANT;
import static org.guildhall.insights.Column.Type.NUMBER;
import static org.guildhall.insights.Column.Type.TEXT;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.guildhall.insights.Column;
import org.guildhall.insights.FactSource;
import org.jspecify.annotations.Nullable;

/** A random programme in plain records, for computing measures independently of the copy. */
final class World {

    static final LocalDate FIRST = LocalDate.of(2024, 11, 1);
    static final int DAYS = 400;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<String> TIERS = List.of("basic", "silver", "gold");
    private static final List<String> CONTRAS =
            List.of("issued", "issued", "issued", "redeemed", "expired", "adjusted");

    record Member(
            UUID id,
            String status,
            LocalDate joinedOn,
            @Nullable LocalDate leftOn,
            @Nullable UUID unit,
            @Nullable UUID adviser) {}

    record Sale(
            UUID id,
            Member member,
            LocalDate day,
            @Nullable UUID unit,
            String currency,
            long amount,
            boolean voided,
            @Nullable String category) {}

    /** Something brought back; without an amount it is all that was left. */
    record Back(UUID id, Sale sale, LocalDate day, @Nullable Long amount, boolean voided) {}

    record Step(
            UUID id,
            Member member,
            Instant at,
            long ordinal,
            LocalDate day,
            String tier,
            @Nullable Long withdraws) {}

    record Entry(UUID id, Member member, String asset, String contra, LocalDate day, long amount) {}

    final List<UUID> units;
    final List<UUID> staff;
    final List<Member> members = new ArrayList<>();
    final List<Sale> sales = new ArrayList<>();
    final List<Back> backs = new ArrayList<>();
    final List<Step> steps = new ArrayList<>();
    final List<Entry> entries = new ArrayList<>();
    private final SplittableRandom random;

    World(long seed) {
        random = new SplittableRandom(seed);
        units = ids(4);
        staff = ids(3);
        for (int i = 0; i < 60; i++) {
            members.add(member());
        }
        for (int i = 0; i < 500; i++) {
            sales.add(sale());
        }
        for (int i = 0; i < 120; i++) {
            backs.add(back());
        }
        for (int i = 0; i < 120; i++) {
            steps.add(step(i));
        }
        for (int i = 0; i < 15; i++) {
            var gone = steps.get(i * 7);
            steps.add(new Step(id(), gone.member(), gone.at(), 1000L + i, gone.day(), gone.tier(), gone.ordinal()));
        }
        for (int i = 0; i < 400; i++) {
            entries.add(entry());
        }
    }

    private Member member() {
        var joined = day();
        return new Member(
                id(),
                chance(8) ? "applicant" : chance(10) ? "suspended" : "active",
                joined,
                chance(15) ? joined.plusDays(random.nextInt(200)) : null,
                chance(10) ? null : pick(units),
                chance(50) ? null : pick(staff));
    }

    private Sale sale() {
        return new Sale(
                id(),
                pick(members),
                day(),
                chance(10) ? null : pick(units),
                chance(10) ? "USD" : "CNY",
                random.nextLong(0, 2_000_000),
                chance(7),
                chance(10) ? null : "c" + random.nextInt(3));
    }

    private Back back() {
        var sale = pick(sales);
        var day = sale.day().plusDays(random.nextInt(20));
        Long amount = chance(40) ? null : random.nextLong(0, 1 + sale.amount() / 3);
        return new Back(id(), sale, day, amount, chance(8));
    }

    private Step step(int ordinal) {
        var day = day();
        var at = day.atStartOfDay(ZONE).toInstant().plusSeconds(random.nextInt(3) * 3600L);
        return new Step(id(), pick(members), at, ordinal, day, pick(TIERS), null);
    }

    private Entry entry() {
        long amount = random.nextLong(1, 5000);
        var contra = pick(CONTRAS);
        return new Entry(
                id(),
                pick(members),
                chance(30) ? "growth" : "points",
                contra,
                day(),
                contra.equals("issued") && !chance(10) ? amount : -amount);
    }

    List<FactSource> sources() {
        return List.of(membersSource(), purchases(), returned(), voidings(), lines(), tiers(), ledger());
    }

    private FactSource membersSource() {
        var columns = List.of(
                Column.key("id"),
                Column.of("counted", FLAG),
                Column.of("joined_on", DATE),
                Column.of("left_on", DATE),
                Column.unit("home_unit"),
                Column.adviser("adviser"));
        return new GivenFacts("member", columns, rows(members, m -> new @Nullable Object[] {
            m.id(), !m.status().equals("applicant"), m.joinedOn(), m.leftOn(), m.unit(), m.adviser()
        }));
    }

    private FactSource purchases() {
        var columns = List.of(
                Column.key("id"),
                Column.member("member"),
                Column.of("day", DATE),
                Column.unit("unit"),
                Column.of("currency", TEXT),
                Column.of("amount", NUMBER),
                Column.of("source", TEXT),
                Column.of("number", TEXT));
        return new GivenFacts("purchase", columns, rows(sales, s -> new @Nullable Object[] {
            s.id(), s.member().id(), s.day(), s.unit(), s.currency(), s.amount(), "pos", s.id().toString()
        }));
    }

    private FactSource returned() {
        var columns = List.of(
                Column.key("id"),
                Column.of("member", ID),
                Column.of("day", DATE),
                Column.of("source", TEXT),
                Column.of("purchase_number", TEXT),
                Column.of("amount", NUMBER));
        return new GivenFacts("returned", columns, rows(backs, b -> new @Nullable Object[] {
            b.id(), b.sale().member().id(), b.day(), "pos", b.sale().id().toString(), b.amount()
        }));
    }

    private FactSource voidings() {
        var facts = new ArrayList<UUID>();
        sales.stream().filter(Sale::voided).map(Sale::id).forEach(facts::add);
        backs.stream().filter(Back::voided).map(Back::id).forEach(facts::add);
        return new GivenFacts("voiding", List.of(Column.key("fact")), rows(facts, id -> new @Nullable Object[] {id}));
    }

    private FactSource lines() {
        var columns = List.of(
                Column.key("purchase"),
                Column.member("member"),
                Column.of("day", DATE),
                Column.unit("unit"),
                Column.of("currency", TEXT),
                Column.of("amount", NUMBER),
                Column.of("category", TEXT));
        return new GivenFacts("purchase_line", columns, rows(sales, s -> new @Nullable Object[] {
            s.id(), s.member().id(), s.day(), s.unit(), s.currency(), s.amount(), s.category()
        }));
    }

    private FactSource tiers() {
        var columns = List.of(
                Column.member("member"),
                Column.of("effective_at", INSTANT),
                Column.of("ordinal", NUMBER),
                Column.of("day", DATE),
                Column.of("tier", TEXT),
                Column.of("withdraws", NUMBER));
        return new GivenFacts("tier_step", columns, rows(steps, s ->
                new @Nullable Object[] {s.member().id(), s.at(), s.ordinal(), s.day(), s.tier(), s.withdraws()}));
    }

    private FactSource ledger() {
        var columns = List.of(
                Column.key("id"),
                Column.member("member"),
                Column.of("asset", TEXT),
                Column.of("contra", TEXT),
                Column.of("day", DATE),
                Column.of("amount", NUMBER));
        return new GivenFacts("ledger_entry", columns, rows(entries, e ->
                new @Nullable Object[] {e.id(), e.member().id(), e.asset(), e.contra(), e.day(), e.amount()}));
    }

    private static <T> List<@Nullable Object[]> rows(
            List<T> things, java.util.function.Function<T, @Nullable Object[]> row) {
        return things.stream().map(row).toList();
    }

    private List<UUID> ids(int count) {
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < count; i++) {
            ids.add(id());
        }
        return ids;
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private LocalDate day() {
        return FIRST.plusDays(random.nextInt(DAYS));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
