package org.guildhall.benefits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.Ledger;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Many at once: a quota is never passed, a code is good once, and what is revoked is not used afterwards. */
@GuildhallTest
@Import({BenefitsGround.class, BenefitsGround.Desks.class, BenefitsGround.Rules.class})
class BenefitRushTest {

    private static final int THREADS = 32;

    @Autowired
    TestStaff staff;

    @Autowired
    BenefitsGround ground;

    @Autowired
    Benefits benefits;

    @Autowired
    BenefitGrants grants;

    @Autowired
    Ledger ledger;

    @AfterEach
    void every_law_holds() {
        assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
    }

    @Test
    void two_hundred_uses_of_a_quota_of_three_at_once_are_three() throws Exception {
        var member = ground.gold();
        var command = ground.using(member, "car-wash");
        var answers = atOnce(IntStream.range(0, 200)
                .<Callable<String>>mapToObj(
                        i -> () -> ground.outcome(() -> benefits.use(command, "rush|" + member + i)))
                .toList());
        assertThat(answers).filteredOn("done"::equals).hasSize(3);
        assertThat(answers).filteredOn("benefits.quota-used-up"::equals).hasSize(197);
        assertThat(ground.entitlement(member, "car-wash").left().used()).isEqualTo(3);
    }

    @Test
    void a_code_shown_at_many_counters_at_once_is_taken_once() throws Exception {
        var member = ground.member();
        ground.plan(member);
        var code = ground.code(member, "queue").code();
        var command = new UseBenefit(ground.store(), null, null, code, null, null);
        var answers = atOnce(IntStream.range(0, 60)
                .<Callable<String>>mapToObj(
                        i -> () -> ground.outcome(() -> benefits.use(command, "code|" + member + i)))
                .toList());
        assertThat(answers).filteredOn("done"::equals).hasSize(1);
        assertThat(answers).filteredOn("benefits.code-used"::equals).hasSize(59);
    }

    @Test
    void the_same_key_sent_many_times_at_once_uses_once_and_takes_back_once() throws Exception {
        var member = ground.gold();
        var command = ground.using(member, "car-wash");
        var key = "same|" + member;
        assertThat(atOnce(IntStream.range(0, 40)
                        .<Callable<String>>mapToObj(i -> () -> ground.outcome(() -> benefits.use(command, key)))
                        .toList()))
                .containsOnly("done");
        assertThat(ground.entitlement(member, "car-wash").left().used()).isEqualTo(1);
        var use = staff.asMachine(() -> benefits.use(command, key)).id();
        assertThat(atOnce(IntStream.range(0, 40)
                        .<Callable<String>>mapToObj(
                                i -> () -> ground.outcome(() -> benefits.takeBack(use, new TakeBackUse("误记"), key)))
                        .toList()))
                .containsOnly("done");
        assertThat(ground.entitlement(member, "car-wash").left().used()).isZero();
    }

    @Test
    void uses_taking_back_and_revoking_at_once_end_in_counts_that_add_up() throws Exception {
        var member = ground.member();
        var grant = ground.person(member, "car-wash", 5).id();
        var calls = new ArrayList<Callable<String>>();
        for (int i = 0; i < 60; i++) {
            var key = "mix|" + member + i;
            boolean back = i % 2 == 0;
            calls.add(() -> ground.outcome(() -> {
                var used = benefits.use(ground.using(member, "car-wash"), key);
                return back ? benefits.takeBack(used.id(), new TakeBackUse("误记"), key) : used;
            }));
        }
        calls.add(40, () -> ground.outcome(() -> grants.revoke(grant, new EndGrant("收回"), "mix|" + member)));
        assertThat(atOnce(calls))
                .contains("done")
                .isSubsetOf("done", "benefits.quota-used-up", "benefits.not-entitled");
        assertThat(ground.outcome(() -> benefits.use(ground.using(member, "car-wash"), "late|" + member)))
                .isEqualTo("benefits.not-entitled");
    }

    private static List<String> atOnce(List<Callable<String>> calls) throws Exception {
        try (var pool = Executors.newFixedThreadPool(THREADS)) {
            var answers = new ArrayList<String>();
            for (Future<String> answer : pool.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
