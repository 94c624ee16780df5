package org.guildhall.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Movement.Clawback;
import org.guildhall.ledger.Movement.Grant;
import org.guildhall.ledger.Movement.Spend;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Somebody with all power over the database gets past triggers and constraints: the proof names the laws that no longer hold,
 * and no others, each with the first fact that breaks it.
 */
class BrokenLawsTest {

    private static final LocalDate SOON = LocalDate.parse("2026-04-01");
    private static final LocalDate LATER = LocalDate.parse("2027-01-01");
    private static final MemberId ALICE = new MemberId(UUID.fromString("00000000-0000-7000-8000-00000000000a"));
    private static final MemberId BOB = new MemberId(UUID.fromString("00000000-0000-7000-8000-00000000000b"));
    private static final MemberId CAROL = new MemberId(UUID.fromString("00000000-0000-7000-8000-00000000000c"));

    /** A crime, what it does to the database, and which laws must be reported broken with what they say. */
    record Crime(String what, Map<String, String> broken, List<String> statements) {

        @Override
        public String toString() {
            return what;
        }
    }

    private static final String FALSE_LOT = "update ledger.lot set amount = amount + %d where member_id = '" + ALICE
            + "' and asset = '%s' and expires_on = '%s'";

    private static Crime crime(String what, Map<String, String> broken, String... statements) {
        return new Crime(what, broken, List.of(statements));
    }

    static Stream<Crime> crimes() {
        return Stream.of(
                crime(
                        "an amount appears in a programme account",
                        Map.of("sum-zero", "asset points", "programme-is-entries", "points issued"),
                        "insert into ledger.programme_change values (gen_random_uuid(), 'points', 'issued', -7, now())"),
                crime(
                        "what was redeemed is called issued",
                        Map.of("programme-is-entries", "points issued"),
                        "insert into ledger.programme_change values (gen_random_uuid(), 'points', 'issued', 5, now())",
                        "insert into ledger.programme_change values (gen_random_uuid(), 'points', 'redeemed', -5, now())"),
                crime(
                        "a balance is raised",
                        Map.of("sum-zero", "asset points", "balance-is-lots", "member " + ALICE + ", points"),
                        "update ledger.account set balance = balance + 1 where asset = 'points' and member_id = '"
                                + ALICE + "'"),
                crime(
                        "an account is removed",
                        Map.of(
                                "sum-zero",
                                "asset growth",
                                "balance-is-lots",
                                "member " + ALICE + ", growth: balance 0, lots 30"),
                        "delete from ledger.account where asset = 'growth' and member_id = '" + ALICE + "'"),
                crime(
                        "a lot is lowered",
                        Map.of(
                                "balance-is-lots",
                                "member " + ALICE + ", points",
                                "lots-are-entries",
                                "member " + ALICE + ", points, lot " + LATER,
                                "replay",
                                "member " + ALICE + ", points"),
                        FALSE_LOT.formatted(-1, "points", LATER)),
                crime(
                        "a booked entry is rewritten",
                        Map.of(
                                "lots-are-entries",
                                "member " + ALICE + ", points, lot " + LATER,
                                "programme-is-entries",
                                "points issued",
                                "replay",
                                "member " + ALICE + ", points, lot " + LATER + ", issued: booked 101, replayed 100"),
                        "update ledger.entry set amount = 101 where amount = 100 and member_id = '" + ALICE + "'"),
                crime(
                        "what was redeemed is called adjusted, in the entries and in the programme",
                        Map.of("replay", "member " + ALICE + ", points"),
                        "update ledger.entry set contra = 'adjusted' where contra = 'redeemed' and member_id = '"
                                + ALICE + "'",
                        "insert into ledger.programme_change select gen_random_uuid(), asset, 'adjusted', balance, now()"
                                + " from ledger.programme_account where asset = 'points' and contra = 'redeemed'",
                        "insert into ledger.programme_change select gen_random_uuid(), asset, 'redeemed', -balance, now()"
                                + " from ledger.programme_account where asset = 'points' and contra = 'redeemed'"),
                crime(
                        "an entry is dated on another day than its posting",
                        Map.of("every-entry-has-its-posting", "entry of posting "),
                        "update ledger.entry set occurred_at = occurred_at - interval '1 day' where asset = 'growth'"),
                crime(
                        "points are made valid for longer, in the lot and in its entries",
                        Map.of("replay", "member " + ALICE + ", points"),
                        "update ledger.lot set expires_on = '2029-01-01' where member_id = '" + ALICE
                                + "' and asset = 'points' and expires_on = '" + LATER + "'",
                        "update ledger.entry set expires_on = '2029-01-01' where member_id = '" + ALICE
                                + "' and asset = 'points' and expires_on = '" + LATER + "'"),
                crime(
                        "what was asked for is rewritten",
                        Map.of("replay", "member " + ALICE + ", points"),
                        "update ledger.posting set movements = replace(movements, '100', '99') where member_id = '"
                                + ALICE + "'"),
                crime(
                        "a lot falls below zero",
                        Map.of(
                                "never-below-floor",
                                "member " + ALICE + ", points, lot " + SOON + ": -5",
                                "lots-are-entries",
                                "member " + ALICE + ", points, lot " + SOON,
                                "replay",
                                "member " + ALICE),
                        "alter table ledger.lot drop constraint lot_never_below_zero",
                        "insert into ledger.lot values ('" + ALICE + "', 'points', '" + SOON
                                + "', -5) on conflict (member_id, asset, expires_on) do update set amount = -5",
                        FALSE_LOT.formatted(5, "points", LATER)),
                crime(
                        "a debt appears in an asset that may not be owed",
                        Map.of(
                                "never-below-floor",
                                "member " + ALICE + ", growth, lot -infinity: -5",
                                "lots-are-entries",
                                "member " + ALICE + ", growth, lot -infinity",
                                "replay",
                                "member " + ALICE + ", growth"),
                        "insert into ledger.lot values ('" + ALICE + "', 'growth', '-infinity', -5)",
                        FALSE_LOT.formatted(5, "growth", "infinity")),
                crime(
                        "more is called held than is held",
                        Map.of("held-is-holds", "member " + BOB + ", points: held 11, holds 10"),
                        "update ledger.account set held = held + 1 where held > 0"),
                crime(
                        "a hold is closed without giving back what it held",
                        Map.of("held-is-holds", "member " + BOB + ", points: held 10, holds 0"),
                        "update ledger.hold set state = 'released', closed_at = now()"),
                crime(
                        "a posting vanishes and its entries stay",
                        Map.of("every-entry-has-its-posting", "entry of posting ", "replay", "member " + ALICE),
                        "delete from ledger.posting where kind = 'spending' and member_id = '" + ALICE + "'"),
                crime(
                        "a posting is booked twice, with lot, account and programme following",
                        Map.of("replay", "member " + ALICE + ", growth"),
                        "insert into ledger.entry select member_id, occurred_at, posting_id, (line + 100)::smallint, asset,"
                                + " expires_on, contra, amount, about, recorded_at from ledger.entry where asset = 'growth'",
                        FALSE_LOT.formatted(30, "growth", "infinity"),
                        "update ledger.account set balance = 60 where asset = 'growth'",
                        "insert into ledger.programme_change values (gen_random_uuid(), 'growth', 'issued', -30, now())"),
                crime(
                        "what was earned and reversed is left, with lot, account and programme following",
                        Map.of("replay", "member " + CAROL + ", points"),
                        "delete from ledger.entry where member_id = '" + CAROL + "' and amount < 0",
                        "update ledger.lot set amount = 20 where member_id = '" + CAROL + "'",
                        "insert into ledger.lot values ('" + CAROL + "', 'points', '" + LATER
                                + "', 20) on conflict do nothing",
                        "update ledger.account set balance = 20 where member_id = '" + CAROL + "'",
                        "insert into ledger.programme_change values (gen_random_uuid(), 'points', 'issued', -20, now())"),
                crime(
                        "an entry slips into a closed month and its counter-entry into another",
                        Map.of(
                                "closed-periods",
                                "month 2026-02-01, points: kept {0,0,0,0,0,0,0}, entries make {0,7,0,0,0,0,0}",
                                "every-entry-has-its-posting",
                                "entry of posting "),
                        "insert into ledger.entry select member_id, '2026-02-10 00:00+00'::timestamptz, posting_id, 90, asset, expires_on,"
                                + " contra, 7, about, recorded_at from ledger.entry where amount = 100",
                        "insert into ledger.entry select member_id, occurred_at, posting_id, 91, asset, expires_on,"
                                + " contra, -7, about, recorded_at from ledger.entry where amount = 100"),
                crime(
                        "one key is used for two members",
                        Map.of("booked-once", "posting "),
                        "alter table ledger.posting drop constraint posting_pk",
                        "insert into ledger.posting select '" + BOB + "', posting_id, content_hash, kind, cause_type,"
                                + " cause_id, '', occurred_at, recorded_at, actor, reason_code, policy_version, reverses"
                                + " from ledger.posting where kind = 'spending' and member_id = '" + ALICE + "'"),
                crime(
                        "a posting is reversed twice",
                        Map.of("booked-once", "posting "),
                        "drop index ledger.posting_reversed_once",
                        "insert into ledger.posting select member_id, gen_random_uuid(), content_hash, kind, cause_type,"
                                + " cause_id, '', occurred_at, recorded_at, actor, reason_code, policy_version, reverses"
                                + " from ledger.posting where reverses is not null"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("crimes")
    void the_proof_names_exactly_the_laws_that_were_broken(Crime crime) throws SQLException {
        var database = TestDatabase.fresh();
        var clock = new MovableClock();
        try (var world = new LedgerWorld(database.url(), database.user(), database.password(), clock, Map.of())) {
            liveALittle(world);
            assertThat(world.as(() -> world.ledger().prove())).isNotEmpty().allSatisfy(proof -> {
                assertThat(proof.counterExample()).as(proof.law()).isNull();
                assertThat(proof.covered()).as(proof.law()).isPositive();
            });
            commit(crime, database);
            clock.advance(Duration.ofMinutes(1));

            var broken = world.as(() -> world.ledger().prove()).stream()
                    .filter(proof -> !proof.holds())
                    .toList();
            assertThat(broken)
                    .extracting(proof -> proof.law().replace("ledger.", ""))
                    .containsExactlyInAnyOrderElementsOf(
                            Set.copyOf(crime.broken().keySet()));
            assertThat(broken)
                    .allSatisfy(proof -> assertThat(proof.counterExample())
                            .startsWith(crime.broken().get(proof.law().replace("ledger.", ""))));
            assertThat(world.as(() -> world.ledger().lastProofs()))
                    .as("what the page shows")
                    .filteredOn(proof -> !proof.holds())
                    .hasSameSizeAs(broken);
        }
    }

    private static void commit(Crime crime, TestDatabase.Database database) throws SQLException {
        try (var connection = database.dataSource().getConnection();
                var sql = connection.createStatement()) {
            sql.execute("set session_replication_role = replica");
            for (var statement : crime.statements()) {
                sql.execute(statement);
                boolean always = statement.startsWith("update") || statement.startsWith("delete");
                assertThat(sql.getUpdateCount()).as(statement).isGreaterThanOrEqualTo(always ? 1 : 0);
            }
        }
    }

    /** Alice earns and spends, Bob owes and has points set aside, Carol earns what is taken back. */
    private static void liveALittle(LedgerWorld world) {
        world.inTransaction(() -> world.part(Periods.class).close(LocalDate.parse("2026-02-01"), "over"));
        post(world, ALICE, "earning", new Grant(Asset.POINTS, 100, LATER), new Grant(Asset.GROWTH, 30, null));
        post(world, ALICE, "earning", new Grant(Asset.POINTS, 50, SOON));
        post(world, ALICE, "spending", new Spend(Asset.POINTS, 70));
        post(world, BOB, "earning", new Grant(Asset.POINTS, 40, LATER));
        world.inTransaction(() -> world.ledger()
                .place(new PlaceHold(
                        CauseKey.of("hold"),
                        BOB,
                        Asset.POINTS,
                        10,
                        MovableClock.START,
                        MovableClock.START.plus(Duration.ofHours(1)),
                        "test",
                        BOB.value())));
        post(world, BOB, "returning", new Clawback(Asset.POINTS, 60, LATER, Shortage.DEBT));
        var earned = post(world, CAROL, "earning", new Grant(Asset.POINTS, 20, LATER));
        world.inTransaction(() -> world.ledger().reverse(CauseKey.of("back"), earned.postingId(), null));
    }

    private static Receipt post(LedgerWorld world, MemberId member, String kind, Movement... movements) {
        var key = CauseKey.of(UUID.randomUUID().toString());
        var posting = new Posting(key, member, kind, null, "test", key.postingId(), List.of(movements), null, 0);
        return world.inTransaction(() -> world.ledger().post(List.of(posting))).getFirst();
    }
}
