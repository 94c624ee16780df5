package org.guildhall.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.access.Scope;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.EntryView;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.Ledger;
import org.guildhall.ledger.StatementQuery;
import org.guildhall.members.Batch;
import org.guildhall.members.Birthday;
import org.guildhall.members.MemberEvent.MemberFactsChanged;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.MemberStatus;
import org.guildhall.members.Members;
import org.guildhall.members.ReviseMember;
import org.guildhall.members.Transition;
import org.guildhall.members.UpdateMember;
import org.guildhall.policies.FoundingPolicies;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestMembers;
import org.guildhall.testing.TestStaff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A corrected birthday corrects what it brought, and nothing else. */
@GuildhallTest
@DirtiesContext
@TestPropertySource(properties = "story.of-its-own=corrections")
class CorrectionsStory {

    private static final LocalDate IN_FEBRUARY = LocalDate.of(1990, 2, 14);
    private static final LocalDate IN_JULY = LocalDate.of(1990, 7, 14);

    @Autowired
    TestStaff staff;

    @Autowired
    Members members;

    @Autowired
    TestMembers people;

    @Autowired
    Loyalty loyalty;

    @Autowired
    Ledger ledger;

    @Autowired
    FoundingPolicies founding;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    private static boolean established;

    @BeforeEach
    void birthdaysCountedDoubleUntilMarch() {
        if (!established) {
            establish(true, LocalDate.of(2020, 1, 1));
            establish(false, LocalDate.of(2026, 3, 1));
            established = true;
        }
    }

    @Test
    void aBirthdayLearntLateDoublesThePurchasesOfItsMonthUnderTheVersionOfTheirDay() {
        var member = member(null);
        buy(member, "2026-02-01T03:00:00Z");
        buy(member, "2026-03-01T03:00:00Z");
        assertThat(points(member)).isEqualTo(200);
        var before = statement(member);

        born(member, IN_FEBRUARY);

        awaitPoints(member, 300);
        assertThat(statement(member)).as("what was booked stands").containsAll(before);
        assertThat(statement(member)).hasSize(before.size() + 1);
    }

    @Test
    void aBirthdayMovedElsewhereTakesBackWhatItHadBrought() {
        var member = member(IN_FEBRUARY);
        buy(member, "2026-02-01T03:00:00Z");
        assertThat(points(member)).isEqualTo(200);

        born(member, IN_JULY);

        awaitPoints(member, 100);
        born(member, IN_FEBRUARY);
        awaitPoints(member, 200);
        assertThat(staff.logIn("lead").get("/api/audit?limit=50").text()).contains("loyalty.recalculated");
    }

    @Test
    void hearingOfACorrectionAgainChangesNothing() {
        var member = member(null);
        buy(member, "2026-02-01T03:00:00Z");
        born(member, IN_FEBRUARY);
        awaitPoints(member, 200);
        var booked = statement(member);

        transaction.executeWithoutResult(
                status -> events.publishEvent(new MemberFactsChanged(List.of(member, member(null)))));

        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(5))
                .until(() -> statement(member).equals(booked));
    }

    @Test
    void whatABirthdayBroughtStandsAfterItWasErased() {
        var member = member(IN_FEBRUARY);
        buy(member, "2026-02-01T03:00:00Z");
        buy(member, "2026-02-02T03:00:00Z");
        assertThat(points(member)).isEqualTo(400);
        var booked = statement(member);
        staff.asMachine(() -> members.transition(new Transition(member, MemberStatus.WITHDRAWN, "本人要求", null, null)));
        staff.asMachine(() -> {
            members.erase(member, "本人要求");
            return member;
        });

        buy(member, "2026-01-05T03:00:00Z");
        assertThat(points(member)).as("only what came in late is added").isEqualTo(500);
        assertThat(statement(member)).containsAll(booked);
        transaction.executeWithoutResult(status -> events.publishEvent(new MemberFactsChanged(List.of(member))));
        await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(5)).until(() -> points(member) == 500);
        var why = staff.logIn("lead")
                .get("/api/postings/" + booked.getFirst().postingId() + "/why")
                .text();
        assertThat(why).contains("loyalty.facts-erased");
        assertThat(staff.asMachine(() -> ledger.prove())).allMatch(LawProof::holds);
    }

    @Test
    void birthdaysOfABatchAreCorrectedAndSetBackWithIt() {
        var member = member(null);
        buy(member, "2026-02-01T03:00:00Z");
        var batch = new Batch(UUID.randomUUID(), "test");

        staff.asMachine(() -> transaction.execute(status -> members.reviseAll(
                List.of(new ReviseMember(member, profile(IN_FEBRUARY), null, null, null, null)), batch)));
        awaitPoints(member, 200);
        staff.asMachine(() -> transaction.execute(status -> members.undo(batch.id(), 10, "test", new Scope.All())));

        awaitPoints(member, 100);
    }

    private void born(MemberId member, LocalDate on) {
        staff.asMachine(() -> members.update(UpdateMember.of(member, profile(on))));
    }

    private void awaitPoints(MemberId member, long points) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(points(member)).isEqualTo(points));
    }

    private long points(MemberId member) {
        return ledger.balances(List.of(member), Asset.POINTS).getOrDefault(member, 0L);
    }

    private List<EntryView> statement(MemberId member) {
        return staff.asMachine(() ->
                ledger.statement(new StatementQuery(member, Asset.POINTS, null, null, null, null, 100)).items().stream()
                        .map(line -> line.withBalance(0))
                        .toList());
    }

    private void buy(MemberId member, String at) {
        var fact = new PurchaseFact(
                "till", member + at, member, Instant.parse(at), null, null, Money.of(10_000, "CNY"), List.of(), null);
        staff.asMachine(() -> loyalty.record(fact));
    }

    private MemberId member(@Nullable LocalDate born) {
        return people.enter(born == null ? MemberProfile.EMPTY : profile(born), LocalDate.of(2025, 6, 1), null);
    }

    private static MemberProfile profile(LocalDate born) {
        return new MemberProfile(null, null, Birthday.solar(born), null, null, null, null, null, null, null, null);
    }

    private void establish(boolean birthdays, LocalDate from) {
        var rules = new java.util.ArrayList<Map<String, Object>>();
        rules.add(rule("base", List.of(), Map.of("kind", "points-per-money", "perUnit", 1)));
        if (birthdays) {
            rules.add(rule(
                    "birthday", List.of(Map.of("kind", "birthday-month")), Map.of("kind", "multiplier", "factor", 2)));
        }
        Map<String, Object> body = Map.of(
                "rules",
                rules,
                "stacking",
                "BEST",
                "rounding",
                "DOWN",
                "caps",
                Map.of(),
                "currencies",
                List.of(Map.of("currency", "CNY", "rate", 1)));
        staff.asMachine(() -> transaction.execute(status -> {
            founding.establish("loyalty.earning", body, from, "test");
            return body;
        }));
    }

    private static Map<String, Object> rule(String code, List<Object> when, Map<String, Object> effect) {
        return Map.of("code", code, "name", code, "when", when, "effect", effect);
    }
}
