package org.guildhall.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.loyalty.SimulationCalls.export;
import static org.guildhall.loyalty.SimulationCalls.members;
import static org.guildhall.loyalty.SimulationCalls.rule;
import static org.guildhall.loyalty.SimulationCalls.save;
import static org.guildhall.loyalty.SimulationCalls.term;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.guildhall.approvals.ApprovalPolicy;
import org.guildhall.approvals.Publications;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.policies.FoundingPolicies;
import org.guildhall.testing.AtRest;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp;
import org.guildhall.testing.TestMembers;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A draft is simulated over HTTP, laid before those who decide, published, and keeps its reason. */
@GuildhallTest
@TestPropertySource(properties = "guildhall.test.company=simulation-story")
class SimulationStory {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String SIMULATIONS = "/api/loyalty/simulations";
    private static final String EARNING = "loyalty.earning";

    @Autowired
    TestStaff staff;

    @Autowired
    TestMembers people;

    @Autowired
    Loyalty loyalty;

    @Autowired
    FoundingPolicies founding;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MovableClock clock;

    @Autowired
    DSLContext sql;

    @AfterEach
    void rest() {
        AtRest.await(sql);
    }

    @Test
    void a_draft_is_simulated_laid_before_those_who_decide_published_and_keeps_its_reason() {
        publicationsNeedTheLead();
        var member = people.of(null);
        buy(member, 10_000);
        var analyst = staff.logIn("analyst");
        var revision = saveDouble(analyst);
        var started = analyst.post(SIMULATIONS, Map.of("policy", EARNING, "revision", revision));
        assertThat(started.status()).isEqualTo(202);
        var id = started.json().path("id").asString();
        AtRest.await(sql);

        var done = analyst.get(SIMULATIONS + "/" + id).json();
        assertThat(done.path("state").asString()).isEqualTo("DONE");
        assertThat(done.path("of").asString()).isEqualTo("DRAFT");
        assertThat(done.path("worth").path("policy").asString()).isEqualTo("checkout.rules");
        assertThat(done.path("recordedUntil").asString()).isNotEmpty();
        var points = done.path("result").path("totals").path("points");
        assertThat(points.path("difference").asLong())
                .isEqualTo(points.path("before").asLong())
                .isPositive();
        var cost = done.path("result").path("totals").path("cost").path("difference");
        assertThat(cost.path("minor").asLong())
                .as("a hundred points are one yuan, so a point is a fen")
                .isEqualTo(points.path("difference").asLong());
        assertThat(members(done.path("result").path("winners"))).contains(member.toString());
        assertThat(analyst.get("/api/members/" + member).status()).isEqualTo(200);

        var asked = analyst.post(
                "/api/approvals/publications",
                Map.of(
                        "policy",
                        EARNING,
                        "revision",
                        revision,
                        "effectiveFrom",
                        staff.today().toString(),
                        "reason",
                        "see the simulation"));
        assertThat(asked.json().path("facts").path("simulation").path("id").asString())
                .isEqualTo(id);
        assertThat(asked.json()
                        .path("facts")
                        .path("simulation")
                        .path("pointsDifference")
                        .asLong())
                .isEqualTo(points.path("difference").asLong());

        var lead = staff.logIn("lead");
        var approval = asked.json();
        lead.post(
                "/api/approvals/" + approval.path("id").asString() + "/decision",
                Map.of("revision", approval.path("revision").asInt(), "verdict", "approve"));
        AtRest.await(sql);
        var after = lead.get(SIMULATIONS + "/" + id).json();
        assertThat(after.path("of").asString()).isEqualTo("VERSION");
        assertThat(after.path("version").asInt()).isPositive();
        var listed = lead.get(SIMULATIONS + "?policy=" + EARNING).json().path("items");
        assertThat(listed).anySatisfy(row -> {
            assertThat(row.path("id").asString()).isEqualTo(id);
            assertThat(row.path("totals").path("members").asLong()).isPositive();
            assertThat(row.has("result")).isFalse();
        });
    }

    @Test
    void a_draft_changed_later_leaves_the_result_outdated_until_it_says_the_same_again() {
        var ops = staff.logIn("ops");
        var kind = "loyalty.expiry";
        var revision = save(ops, kind, term(10), 0);
        var id = ops.post(SIMULATIONS, Map.of("policy", kind, "revision", revision))
                .json()
                .path("id")
                .asString();
        AtRest.await(sql);
        assertThat(of(ops, id)).isEqualTo("DRAFT");
        revision = save(ops, kind, term(11), revision);
        assertThat(of(ops, id)).isEqualTo("OUTDATED");
        save(ops, kind, term(10), revision);
        assertThat(of(ops, id)).isEqualTo("DRAFT");
    }

    @Test
    void one_draft_is_simulated_at_a_time_and_a_stopped_one_makes_room() {
        var kind = "loyalty.returns";
        var client = staff.logIn("ops");
        var body = client.get("/api/policies/" + kind)
                .json()
                .path("versions")
                .path(0)
                .path("body");
        var command = Map.of("policy", kind, "revision", save(client, kind, body, 0));
        transactions.executeWithoutResult(status -> {
            sql.execute("lock table loyalty.standing in access exclusive mode"); // nothing can be replayed meanwhile
            var first = client.post(SIMULATIONS, command).json().path("id").asString();
            assertThat(client.post(SIMULATIONS, command).code()).isEqualTo("loyalty.simulation-running");
            assertThat(client.post(SIMULATIONS + "/" + first + "/cancel", Map.of())
                            .status())
                    .isEqualTo(200);
        });
        AtRest.await(sql);
        var stopped =
                client.get(SIMULATIONS + "?policy=" + kind).json().path("items").path(0);
        assertThat(stopped.path("state").asString()).isEqualTo("CANCELLED");
        assertThat(client.post(SIMULATIONS + "/" + stopped.path("id").asString() + "/export", export())
                        .code())
                .isEqualTo("loyalty.simulation-unfinished");
        var again = client.post(SIMULATIONS, command);
        assertThat(again.status()).isEqualTo(202);
    }

    @Test
    void figures_are_taken_out_as_a_file_and_the_audit_log_remembers_who_asked_and_who_took() {
        var ops = staff.logIn("ops");
        var kind = "loyalty.tiers";
        var body =
                ops.get("/api/policies/" + kind).json().path("versions").path(0).path("body");
        var revision = save(ops, kind, body, 0);
        var id = ops.post(SIMULATIONS, Map.of("policy", kind, "revision", revision))
                .json()
                .path("id")
                .asString();
        AtRest.await(sql);
        var job = ops.post(SIMULATIONS + "/" + id + "/export", export())
                .json()
                .path("id")
                .asString();
        AtRest.await(sql);
        var result = ops.get("/api/jobs/" + job).json().path("result");
        assertThat(result.path("rows").asInt()).isPositive();
        assertThat(ops.get("/api/downloads/" + result.path("download").asString())
                        .status())
                .isEqualTo(200);
        var acts = staff.logIn("auditor").get("/api/audit?limit=200").json().path("items");
        assertThat(acts.findValuesAsString("act")).contains("loyalty.simulation-asked", "loyalty.simulation-exported");
    }

    @Test
    void bad_requests_are_refused_with_what_is_wrong() {
        var ops = staff.logIn("ops");
        var today = staff.today();
        for (var silent : Map.of(
                        "loyalty.warnings", "提醒",
                        "loyalty.recording", "补登",
                        "cashback.payouts", "发放",
                        "benefits.catalogue", "权益",
                        "mall.redemption", "不决定消费")
                .entrySet()) {
            var refused = ops.post(SIMULATIONS, Map.of("policy", silent.getKey(), "revision", 1));
            assertThat(refused.code()).isEqualTo("loyalty.not-simulated");
            assertThat(refused.text()).as(silent.getKey()).contains(silent.getValue());
        }
        var priced = Map.of("points", 1, "money", Map.of("minor", 1, "currency", "CNY"));
        assertThat(ops.post(SIMULATIONS, Map.of("policy", "cashback.rates", "revision", 1, "price", priced))
                        .status())
                .isEqualTo(400);
        assertThat(ops.post(SIMULATIONS, Map.of("policy", "loyalty.tiers", "revision", 99))
                        .code())
                .isIn("policies.no-such-draft", "policies.stale-draft");
        for (var period : List.of(
                List.of(today, today.plusDays(1)),
                List.of(today, today.minusDays(1)),
                List.of(today.minusYears(9), today))) {
            var refused = ops.post(
                    SIMULATIONS,
                    Map.of(
                            "policy",
                            "loyalty.tiers",
                            "revision",
                            1,
                            "from",
                            period.getFirst().toString(),
                            "to",
                            period.getLast().toString()));
            assertThat(refused.status()).isEqualTo(400);
        }
        assertThat(ops.get(SIMULATIONS + "/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void whoever_may_only_look_cannot_start_and_whoever_reaches_a_branch_cannot_look_at_everybody() {
        var auditor = staff.logIn("auditor");
        assertThat(auditor.get(SIMULATIONS).status()).isEqualTo(200);
        assertThat(auditor.post(SIMULATIONS, Map.of("policy", EARNING, "revision", 1))
                        .status())
                .isEqualTo(403);
        assertThat(staff.logIn("acq").get(SIMULATIONS).status()).isEqualTo(403);
    }

    private void publicationsNeedTheLead() {
        var step =
                Map.of("mode", "any", "posts", List.of("lead"), "hours", 0, "overdue", "return", "escalateTo", "lead");
        var row = Map.of("act", Publications.KIND, "from", 0, "steps", List.of(step));
        staff.asMachine(() -> transactions.execute(status -> {
            founding.establish(ApprovalPolicy.KIND.code(), Map.of("rows", List.of(row)), staff.today(), "test");
            return true;
        }));
    }

    private String of(TestHttp.Client client, String id) {
        return client.get(SIMULATIONS + "/" + id).json().path("of").asString();
    }

    private int saveDouble(TestHttp.Client client) {
        var body = Map.of(
                "rules",
                List.of(
                        rule("base-points", Map.of("kind", "points-per-money", "perUnit", 2)),
                        rule("base-growth", Map.of("kind", "growth-per-money", "perUnit", 1))),
                "stacking",
                "MULTIPLY",
                "rounding",
                "DOWN",
                "caps",
                Map.of(),
                "currencies",
                List.of(Map.of("currency", "CNY", "rate", 1)));
        return save(client, EARNING, body, 0);
    }

    private void buy(MemberId member, long minor) {
        var fact = new PurchaseFact(
                "till",
                "simulated-" + NEXT.incrementAndGet(),
                member,
                clock.instant(),
                null,
                null,
                Money.cny(minor),
                List.of(),
                null);
        staff.asMachine(() -> loyalty.record(fact));
    }
}
