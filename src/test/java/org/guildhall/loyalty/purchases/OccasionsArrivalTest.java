package org.guildhall.loyalty.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.ledger.Ledger;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.loyalty.OccasionFact;
import org.guildhall.loyalty.OccasionKind;
import org.guildhall.loyalty.OccasionQuery;
import org.guildhall.loyalty.Occasions;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.loyalty.TakeBackOccasion;
import org.guildhall.policies.FoundingPolicies;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestMembers;
import org.guildhall.testing.TestStaff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Purchases and occasions of one life end in the same lots and tiers, in whatever order they are told. */
@GuildhallTest
@TestPropertySource(properties = "guildhall.test.company=occasions-arrival")
class OccasionsArrivalTest {

    private static final int LIVES = Integer.getInteger("guildhall.histories", 10);

    @Autowired
    TestStaff staff;

    @Autowired
    TestMembers members;

    @Autowired
    Loyalty loyalty;

    @Autowired
    Occasions occasions;

    @Autowired
    Ledger ledger;

    @Autowired
    FoundingPolicies founding;

    @Autowired
    TransactionTemplate transactions;

    /** What happened: a purchase of so much, or an occasion; taken back in the end or not. */
    private record News(
            String number,
            Instant at,
            @Nullable OccasionKind kind,
            @Nullable String about,
            long minor,
            boolean takenBack) {}

    @Test
    void any_order_of_arrival_ends_the_same_and_the_laws_hold() {
        establish(LocalDate.of(2024, 1, 1), 3);
        establish(LocalDate.of(2025, 2, 1), 4);
        for (int seed = 0; seed < LIVES; seed++) {
            var life = life(new Random(seed));
            var inOrder = live(life, new Random(seed));
            for (int other = 1; other <= 2; other++) {
                var random = new Random(seed + 1_000L * other);
                var shuffled = new ArrayList<>(life);
                Collections.shuffle(shuffled, random);
                assertThat(live(shuffled, random))
                        .as("seed %s, order %s", seed, other)
                        .isEqualTo(inOrder);
            }
        }
        var proofs = staff.asMachine(ledger::prove);
        assertThat(proofs).allMatch(proof -> proof.holds());
        assertThat(proofs)
                .filteredOn(proof -> proof.law().equals("loyalty.occasions-are-booked"))
                .singleElement()
                .satisfies(proof -> assertThat(proof.covered()).isPositive());
    }

    private Holdings live(List<News> life, Random random) {
        var member = members.since(LocalDate.of(2024, 3, 1));
        int next = 0;
        while (next < life.size()) {
            int until = Math.min(life.size(), next + 1 + random.nextInt(5));
            tell(member, life.subList(next, until));
            next = until;
        }
        takeBack(member, life);
        return staff.asMachine(() -> Holdings.of(member, loyalty, ledger));
    }

    private void tell(MemberId member, List<News> news) {
        staff.asMachine(() -> transactions.execute(status -> {
            var bought = news.stream()
                    .filter(one -> one.kind == null)
                    .map(one -> new PurchaseFact(
                            "till",
                            one.number + "@" + member,
                            member,
                            one.at,
                            null,
                            null,
                            Money.cny(one.minor),
                            List.of(),
                            null))
                    .toList();
            loyalty.recordAll(bought, List.of(), null);
            var happened = news.stream()
                    .filter(one -> one.kind != null)
                    .map(one -> new OccasionFact(
                            java.util.Objects.requireNonNull(one.kind),
                            "app",
                            one.number + "@" + member,
                            member,
                            one.at,
                            null,
                            one.about))
                    .toList();
            assertThat(occasions.tell(happened)).isEqualTo(happened.size());
            assertThat(occasions.tell(happened)).as("told again").isZero();
            return member;
        }));
    }

    private void takeBack(MemberId member, List<News> life) {
        var wrong = new HashMap<String, Boolean>();
        life.forEach(one -> wrong.put(one.number + "@" + member, one.takenBack));
        staff.asMachine(() -> occasions.list(new OccasionQuery(member, null, null, 200)).items().stream()
                .filter(one -> wrong.get(one.number()))
                .map(one -> occasions.takeBack(one.id(), new TakeBackOccasion("误记")))
                .toList());
    }

    private static List<News> life(Random random) {
        var life = new ArrayList<News>();
        for (int i = 0; i < 40; i++) {
            int days = random.nextBoolean() ? 300 + random.nextInt(14) : random.nextInt(700);
            var at = Instant.parse("2024-03-02T01:00:00Z").plusSeconds(days * 86_400L + random.nextInt(30_000));
            boolean wrong = random.nextInt(6) == 0;
            life.add(
                    switch (random.nextInt(4)) {
                        case 0 -> new News("P" + i, at, null, null, random.nextInt(60_000), false);
                        case 1 ->
                            new News(
                                    "S" + i, at, OccasionKind.SURVEY_ANSWERED, "survey " + random.nextInt(8), 0, wrong);
                        default -> new News("C" + i, at, OccasionKind.CHECK_IN, null, 0, wrong);
                    });
        }
        life.sort(java.util.Comparator.comparing(News::at).thenComparing(News::number));
        return life;
    }

    private void establish(LocalDate from, int streak) {
        Map<String, Object> body = Map.of(
                "rules",
                List.of(
                        Map.of(
                                "kind",
                                "CHECK_IN",
                                "points",
                                7,
                                "growth",
                                30,
                                "tierMultiplier",
                                true,
                                "perDay",
                                1,
                                "perMonth",
                                9),
                        Map.of("kind", "SURVEY_ANSWERED", "points", 40, "growth", 200, "tierMultiplier", false)),
                "profile",
                List.of(),
                "streak",
                Map.of("days", streak, "points", 25),
                "pointsPerMonth",
                120,
                "daysBack",
                0,
                "referralDays",
                0);
        staff.asMachine(() -> transactions.execute(status -> {
            founding.establish("loyalty.occasions", body, from, "test");
            return body;
        }));
    }
}
