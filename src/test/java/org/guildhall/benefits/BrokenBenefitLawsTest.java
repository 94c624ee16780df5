package org.guildhall.benefits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.Ledger;
import org.guildhall.testing.Crime;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Somebody with all power over the database gets past triggers and constraints: the proof names the laws that no longer hold,
 * and no others. Each crime is undone with its transaction.
 */
@GuildhallTest
@Import({BenefitsGround.class, BenefitsGround.Desks.class, BenefitsGround.Rules.class})
class BrokenBenefitLawsTest {

    private static final String USES = "alter table benefits.use disable trigger all";
    private static final String GRANTS = "alter table benefits.granted disable trigger all";
    private static final String ENTITLED = "benefits.entitled";

    @Autowired
    TestStaff staff;

    @Autowired
    BenefitsGround ground;

    @Autowired
    Ledger ledger;

    @Autowired
    DSLContext sql;

    @Autowired
    TransactionTemplate transaction;

    private String byTier = "";
    private String byGrant = "";
    private String coded = "";
    private String grant = "";

    static Stream<Crime> crimes() {
        return Stream.of(
                Crime.of("nothing", Set.of(), "select 1"),
                Crime.of(
                        "a use is told once more",
                        Set.of("benefits.counts-add-up", "benefits.within-quota"),
                        "insert into benefits.use (use_id, member_id, benefit, name, kind, version, ground, tier, tier_steps,"
                                + " grant_id, period, period_start, most, store_id, code_id, heads, applied_to, cost, currency,"
                                + " content_hash, occurred_on, occurred_at, recorded_at, actor)"
                                + " select gen_random_uuid(), member_id, benefit, name, kind, version, ground, tier, tier_steps,"
                                + " grant_id, period, period_start, most, store_id, null, heads, applied_to, cost, currency,"
                                + " content_hash, occurred_on, occurred_at, recorded_at, actor"
                                + " from benefits.use, generate_series(1, 3) where use_id = '{tier}'"),
                Crime.of(
                        "a use is forgotten",
                        Set.of("benefits.counts-add-up"),
                        USES,
                        "delete from benefits.use where use_id = '{tier}'"),
                Crime.of(
                        "a count is set back",
                        Set.of("benefits.counts-add-up"),
                        "update benefits.allowance a set used = used - 1 from benefits.use u where u.use_id = '{tier}'"
                                + " and a.member_id = u.member_id and a.benefit = u.benefit"),
                Crime.of(
                        "a quota is lowered below what was used",
                        Set.of("benefits.within-quota"),
                        "alter table benefits.allowance drop constraint allowance_never_overused",
                        "update benefits.allowance a set most = 0 from benefits.use u where u.use_id = '{tier}'"
                                + " and a.member_id = u.member_id and a.benefit = u.benefit"),
                Crime.of(
                        "a use claims another tier",
                        Set.of(ENTITLED),
                        USES,
                        "update benefits.use set tier = 'diamond' where use_id = '{tier}'"),
                Crime.of(
                        "the member never had the tier",
                        Set.of(ENTITLED),
                        "alter table loyalty.tier_change disable trigger all",
                        "delete from loyalty.tier_change c using benefits.use u where u.use_id = '{tier}'"
                                + " and c.member_id = u.member_id and c.to_tier = 'gold'"),
                Crime.of(
                        "a use cost less than the catalogue says",
                        Set.of(ENTITLED),
                        USES,
                        "update benefits.use set cost = cost - 1 where use_id = '{tier}'"),
                Crime.of(
                        "a use is moved to before the grant",
                        Set.of(ENTITLED),
                        USES,
                        "update benefits.use set occurred_on = occurred_on - 9 where use_id = '{grant}'"),
                Crime.of(
                        "the grant that entitled is somebody else's",
                        Set.of(ENTITLED),
                        GRANTS,
                        "update benefits.granted set member_id = '" + UUID.randomUUID()
                                + "' where grant_id = '{given}'"),
                Crime.of(
                        "the grant that entitled was revoked before",
                        Set.of(ENTITLED),
                        "insert into benefits.revocation select grant_id, gen_random_uuid(), gen_random_uuid(), '',"
                                + " occurred_at - interval '1 day', recorded_at, actor"
                                + " from benefits.granted where grant_id = '{given}'"),
                Crime.of(
                        "a code was good a little longer",
                        Set.of("benefits.codes-once"),
                        USES,
                        "update benefits.use set occurred_at = occurred_at + interval '10 minutes' where use_id = '{coded}'"),
                Crime.of(
                        "a code was good twice",
                        Set.of("benefits.codes-once"),
                        USES,
                        "alter table benefits.use drop constraint use_of_code_once",
                        "update benefits.use u set code_id = c.code_id from benefits.use c"
                                + " where c.use_id = '{coded}' and u.use_id = '{grant}'"));
    }

    @BeforeEach
    void usesByTierByGrantAndWithACode() {
        var member = ground.gold();
        byTier = ground.use(member, "car-wash").id().toString();
        var guest = ground.member();
        grant = ground.person(guest, "car-wash", 5).id().toString();
        byGrant = ground.use(guest, "car-wash").id().toString();
        var code = ground.code(member, "queue").code();
        coded = staff.asMachine(() -> ground.redeem(code)).id().toString();
    }

    @ParameterizedTest
    @MethodSource("crimes")
    void the_proof_names_the_laws_that_a_crime_broke(Crime crime) {
        var seen = crime.seen(transaction, sql, this::named, () -> staff.asMachine(ledger::prove));
        assertThat(seen.keySet()).isEqualTo(crime.broken());
        assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
    }

    private String named(String text) {
        return text.replace("{tier}", byTier)
                .replace("{grant}", byGrant)
                .replace("{coded}", coded)
                .replace("{given}", grant);
    }
}
