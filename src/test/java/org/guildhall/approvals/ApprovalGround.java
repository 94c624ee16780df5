package org.guildhall.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.approvals.ApprovalPolicy.Mode;
import org.guildhall.approvals.ApprovalPolicy.Overdue;
import org.guildhall.approvals.ApprovalPolicy.Row;
import org.guildhall.approvals.ApprovalPolicy.Step;
import org.guildhall.approvals.requests.ApprovalClockRun;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.UnitId;
import org.guildhall.policies.FoundingPolicies;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stories of approvals share: gifts that need approval, and an authority table of their own. */
@GuildhallTest
@Import(ApprovalGround.Shop.class)
@TestPropertySource(properties = "guildhall.test.company=approvals")
abstract class ApprovalGround {

    private static final String GIFT = "test.gift";

    @Autowired
    TestStaff staff;

    @Autowired
    Approvals approvals;

    @Autowired
    Access access;

    @Autowired
    FoundingPolicies founding;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DSLContext sql;

    @Autowired
    MovableClock clock;

    @Autowired
    JsonMapper json;

    @Autowired
    Gifts gifts;

    @Autowired
    ApprovalClockRun overdue;

    /** What the test does on approval. */
    static final class Gifts implements ApprovalSubject {
        final Map<UUID, String> given = new HashMap<>();
        boolean outOfStock;
        int deadlocks;

        @Override
        public String kind() {
            return GIFT;
        }

        @Override
        public void approved(ApprovalView request, JsonNode command) {
            if (deadlocks-- > 0) {
                throw new DataAccessException("in a circle", new SQLException("in a circle", "40P01"));
            }
            if (outOfStock) {
                throw org.guildhall.kernel.Refusal.of(new ApprovalRefusal.NotNow("sold out"));
            }
            given.merge(request.subject(), command.path("gift").asString(), (a, b) -> a + " twice");
        }

        @Override
        public void dropped(ApprovalView request, JsonNode command) {
            given.put(request.subject(), "dropped");
        }
    }

    /** Registers the gifts. */
    @TestConfiguration
    static class Shop {
        @Bean
        Gifts gifts() {
            return new Gifts();
        }
    }

    @BeforeEach
    void authorityTable() {
        var table = new ApprovalPolicy(List.of(
                new Row(GIFT, 100, List.of(step(Mode.ANY, 0, "ops", "lead"))),
                new Row(GIFT, 1_000, List.of(step(Mode.ALL, 0, "ops", "svc"), step(Mode.ANY, 24, "lead"))),
                new Row(
                        GIFT,
                        10_000,
                        List.of(new Step(Mode.ALL, List.of("ops", "svc"), 24, Overdue.ESCALATE, "lead")))));
        if (!approvals.needed(GIFT, 100)) {
            var body = json.convertValue(table, new TypeReference<Map<String, Object>>() {});
            staff.asMachine(() -> transaction.execute(status -> {
                founding.establish(ApprovalPolicy.KIND.code(), body, staff.today(), "test");
                return true;
            }));
        }
        staff.company();
    }

    @AfterEach
    void theClockGoesBack() {
        clock.moveTo(MovableClock.START);
        gifts.outOfStock = false;
        gifts.deadlocks = 0;
    }

    ApprovalView ask(long amount, TestStaff.Person by, @Nullable UnitId unit) {
        return ask(amount, by.actor(), unit);
    }

    ApprovalView ask(long amount, Actor by, @Nullable UnitId unit) {
        return ask(by, gift(UUID.randomUUID(), "tea", amount, unit));
    }

    ApprovalView askFor(UUID subject, String gift, TestStaff.Person by) {
        return ask(by.actor(), gift(subject, gift, 500, null));
    }

    private ApprovalView ask(Actor by, AskApproval command) {
        return Objects.requireNonNull(access.runAs(by, () -> transaction.execute(status -> approvals.ask(command))));
    }

    private AskApproval gift(UUID subject, String gift, long amount, @Nullable UnitId unit) {
        var command = json.valueToTree(Map.of("gift", gift));
        return new AskApproval(GIFT, subject, command, Map.of("gift", gift), amount, null, unit, "a thank-you");
    }

    ApprovalView.State state(ApprovalView request) {
        return access.runAs(new Actor.Machine("test"), () -> approvals.get(request.id()))
                .state();
    }

    static TestHttp.Answer decide(TestHttp.Client client, ApprovalView request, int revision, String verdict) {
        return client.post(
                path(request) + "/decision", Map.of("revision", revision, "verdict", verdict, "comment", "so be it"));
    }

    static String inbox(TestHttp.Client client) {
        var inbox = client.get("/api/approvals?box=inbox&limit=200");
        assertThat(inbox.status()).as("a box is asked for by its name in JSON").isEqualTo(200);
        return inbox.text();
    }

    static String path(ApprovalView request) {
        return "/api/approvals/" + request.id();
    }

    static Step step(Mode mode, int hours, String... posts) {
        return new Step(mode, List.of(posts), hours, Overdue.RETURN, "lead");
    }
}
