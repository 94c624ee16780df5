package org.guildhall.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.guildhall.access.SignInPolicy;
import org.guildhall.access.SignInRules;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Changes rules of the whole company, so it has a company of its own. */
@GuildhallTest
@TestPropertySource(properties = "guildhall.test.company=policies")
class PolicyStory {

    private static final String KIND = "/api/policies/access.sign-in";

    @Autowired
    TestStaff staff;

    @Autowired
    Policies policies;

    @Autowired
    PolicyKind<SignInPolicy> signIn;

    @Autowired
    SignInRules rules;

    @Autowired
    List<PolicyKind<?>> kinds;

    @Autowired
    List<Clause> clauses;

    @Autowired
    MovableClock clock;

    @Autowired
    DSLContext db;

    private TestHttp.Client ops;
    private TestHttp.Client lead;
    private java.time.Instant start = java.time.Instant.EPOCH;

    @BeforeEach
    void logIn() {
        start = clock.instant();
        ops = staff.logIn("ops");
        lead = staff.logIn("lead");
        var draft = ops.get(KIND).json().path("draft");
        if (!draft.isMissingNode()) {
            ops.delete(KIND + "/draft?revision=" + draft.path("revision").asInt());
        }
    }

    @AfterEach
    void putTheClockBack() {
        clock.moveTo(start);
    }

    @Test
    void aDraftIsSavedComparedPublishedByAnotherPersonAndInForceFromItsDay() {
        var today = staff.today();
        int version = policies.inForce(signIn, today).version();
        int shortest = freshLength();
        var saved = save(ops, Map.of("shortestPassword", shortest), 0);
        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.json().path("differences").toString()).contains("\"path\":\"shortestPassword\"");
        var from = today.plusDays(10);

        var published = publish(lead, 1, from);

        assertThat(published.status()).isEqualTo(200);
        assertThat(published.json().path("state").asString()).isEqualTo("upcoming");
        assertThat(policies.inForce(signIn, today).version()).isEqualTo(version);
        assertThat(policies.inForce(signIn, from.minusDays(1)).version()).isEqualTo(version);
        assertThat(policies.inForce(signIn, from).policy().shortestPassword()).isEqualTo(shortest);
        assertThat(policies.inForce(signIn, from).source().clause()).isEqualTo("1.1");
        clock.advance(Duration.ofDays(10));
        assertThat(rules.inForce().shortestPassword()).isEqualTo(shortest);
        clock.moveTo(start);
        int number = published.json().path("version").asInt();
        assertThat(withdraw(lead, number).json().path("state").asString()).isEqualTo("withdrawn");
        assertThat(policies.inForce(signIn, from).version()).isEqualTo(version);
        assertThat(withdraw(lead, number).code()).isEqualTo("policies.already-withdrawn");
    }

    @Test
    void whoeverSavedTheDraftLastCannotPublishItAlone() {
        save(lead, Map.of("shortestPassword", freshLength()), 0);

        var answer = publish(lead, 1, staff.today().plusDays(3));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("policies.four-eyes");
    }

    @Test
    void aPolicyNeverTakesEffectOnDaysPast() {
        save(ops, Map.of("shortestPassword", freshLength()), 0);

        assertThat(publish(lead, 1, staff.today().minusDays(1)).code()).isEqualTo("policies.effective-in-the-past");
        assertThat(ops.post(KIND + "/draft/preview", Map.of("effectiveFrom", "2020-01-01"))
                        .code())
                .isEqualTo("policies.effective-in-the-past");
    }

    @Test
    void aPolicyTakesEffectWithinTenYearsOrIsTakenForASlip() {
        save(ops, Map.of("shortestPassword", freshLength()), 0);
        var latest = staff.today().plusYears(10);

        for (var day : List.of(latest.plusDays(1), LocalDate.of(9999, 12, 31))) {
            var preview = ops.post(KIND + "/draft/preview", Map.of("effectiveFrom", day.toString()));
            for (var answer : List.of(publish(lead, 1, day), preview)) {
                assertThat(answer.code()).isEqualTo("kernel.invalid-input");
                var field = answer.json().path("fields").path(0);
                assertThat(field.path("field").asString()).isEqualTo("effectiveFrom");
                assertThat(field.path("value").asString()).isEqualTo(day.toString());
                assertThat(field.path("rule").asString()).isEqualTo("within-horizon");
                assertThat(answer.json().path("detail").asString()).contains(latest.toString());
            }
        }
        assertThat(ops.post(KIND + "/draft/preview", Map.of("effectiveFrom", latest.toString()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aDraftSomebodyElseSavedMeanwhileIsNeitherOverwrittenNorPublished() {
        save(ops, Map.of("shortestPassword", freshLength()), 0);
        assertThat(save(ops, Map.of("shortestPassword", 33), 1).status()).isEqualTo(200);

        var stale = save(lead, Map.of("shortestPassword", 34), 1);

        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.code()).isEqualTo("policies.stale-draft");
        assertThat(publish(lead, 1, staff.today().plusDays(3)).code()).isEqualTo("policies.stale-draft");
        assertThat(save(lead, Map.of("shortestPassword", 34), 0).code()).isEqualTo("policies.stale-draft");
    }

    @Test
    void aDraftThatBreaksARuleIsRefusedFieldByFieldAndNotStored() {
        var answer = save(ops, Map.of("shortestPassword", 3, "idleMinutes", "long", "colour", "red"), 0);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("policies.invalid-policy");
        assertThat(answer.text()).contains("idleMinutes").contains("unknown-field");
        assertThat(save(ops, Map.of("shortestPassword", 3), 0).text()).contains("\"rule\":\"min\"");
        assertThat(ops.get(KIND).json().path("draft").isMissingNode()).isTrue();
    }

    @Test
    void aDraftThatChangesNothingIsNotPublished() {
        save(ops, Map.of(), 0);

        assertThat(publish(lead, 1, staff.today()).code()).isEqualTo("policies.nothing-to-publish");
    }

    @Test
    void aVersionInForceCannotBeWithdrawnAndThePastStaysAsItWas() {
        save(ops, Map.of("lockOutMinutes", 10 + (freshLength() % 5)), 0);
        int number = publish(lead, 1, staff.today()).json().path("version").asInt();

        assertThat(withdraw(lead, number).code()).isEqualTo("policies.already-in-force");
        assertThat(policies.inForce(signIn, staff.today().minusDays(1)).version())
                .isNotEqualTo(number);
        assertThatThrownBy(() -> db.execute("update policies.version set reason = 'other'"))
                .hasMessageContaining("immutable");
        assertThatThrownBy(() -> db.execute("delete from policies.version")).hasMessageContaining("immutable");
    }

    @Test
    void anUnknownKindOrVersionIsNotFound() {
        assertThat(ops.get("/api/policies/access.unheard-of").code()).isEqualTo("policies.unknown-kind");
        assertThat(ops.get(KIND + "/versions/4711").code()).isEqualTo("policies.no-such-version");
        assertThat(ops.get(KIND + "/versions/0").json().path("version").asInt()).isZero();
    }

    @Test
    void everyPolicyNamesAClauseThatExistsInAllThreeLanguages() {
        var known = clauses.stream().collect(Collectors.toMap(Clause::id, clause -> clause));

        assertThat(known).as("clause numbers are unique").hasSameSizeAs(clauses);
        assertThat(kinds).isNotEmpty().allSatisfy(kind -> {
            assertThat(known).as(kind.code()).containsKey(kind.clause());
            var clause = java.util.Objects.requireNonNull(known.get(kind.clause()));
            assertThat(clause.title()).hasSize(3);
            assertThat(clause.text().values())
                    .hasSize(3)
                    .allSatisfy(text -> assertThat(text).isNotBlank());
        });
    }

    @Test
    void everyPolicyHasAFormAndItsDefaultIsValid() {
        for (var kind : kinds) {
            var detail = ops.get("/api/policies/" + kind.code());
            assertThat(detail.status()).as(kind.code()).isEqualTo(200);
            var form = detail.json().path("form");
            assertThat(form.path("types").path(form.path("root").asString()).isMissingNode())
                    .as("form of " + kind.code())
                    .isFalse();
            var body = ops.get("/api/policies/" + kind.code() + "/versions/0")
                    .json()
                    .path("body");
            var saved = ops.put("/api/policies/" + kind.code() + "/draft", Map.of("body", body, "expectedRevision", 0));
            assertThat(saved.status()).as(kind.code() + ": " + saved.text()).isEqualTo(200);
            ops.delete("/api/policies/" + kind.code() + "/draft?revision=1");
        }
    }

    @Test
    void theHandbookShowsEachClauseWithThePoliciesThatCarryItOut() {
        var answer = ops.get("/api/handbook/clauses");

        assertThat(answer.text()).contains("\"zh-CN\"").contains("\"zh-TW\"").contains("access.sign-in");
    }

    private int freshLength() {
        int current = policies.inForce(signIn, staff.today()).policy().shortestPassword();
        int upcoming = policies.timeline(signIn).versions().size();
        return 9 + (current + upcoming) % 20 == current ? 30 : 9 + (current + upcoming) % 20;
    }

    private TestHttp.Answer save(TestHttp.Client client, Map<String, Object> changes, int revision) {
        var current = policies.inForce(signIn, staff.today()).policy();
        var body = new HashMap<String, Object>(Map.of(
                "failuresBeforeLockOut", current.failuresBeforeLockOut(),
                "lockOutMinutes", current.lockOutMinutes(),
                "idleMinutes", current.idleMinutes(),
                "longestHours", current.longestHours(),
                "shortestPassword", current.shortestPassword()));
        body.putAll(changes);
        return client.put(KIND + "/draft", Map.of("body", body, "expectedRevision", revision));
    }

    private static TestHttp.Answer publish(TestHttp.Client client, int revision, LocalDate from) {
        return client.post(
                KIND + "/draft/publish",
                Map.of("revision", revision, "effectiveFrom", from.toString(), "reason", "test"));
    }

    private static TestHttp.Answer withdraw(TestHttp.Client client, int version) {
        return client.post(KIND + "/versions/" + version + "/withdraw", Map.of("reason", "test"));
    }
}
