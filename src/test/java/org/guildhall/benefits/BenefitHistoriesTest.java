package org.guildhall.benefits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.Ledger;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.Histories;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestStaff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Whatever is given, used, taken back and revoked in whatever order, each act ends as a plain model expects, and so do the counts. */
@GuildhallTest
@Import({BenefitsGround.class, BenefitsGround.Desks.class, BenefitsGround.Rules.class})
class BenefitHistoriesTest {

    private static final int HISTORIES = Integer.getInteger("guildhall.histories", 25);
    private static final int ACTS = 40;
    private static final String BENEFIT = "car-wash";

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

    @Autowired
    MovableClock clock;

    /** Something that happens; {@code which} picks a grant, use or code. */
    record Act(Kind kind, int which) {}

    enum Kind {
        PLAN,
        PERSON,
        REVOKE,
        USE,
        CODE,
        REDEEM,
        TAKE_BACK,
        MINUTES_PASS,
        DAYS_PASS
    }

    @Test
    void every_use_is_as_a_plain_model_says() {
        var start = clock.instant();
        try {
            Histories.hold(HISTORIES, BenefitHistoriesTest::make, this::live);
            assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
        } finally {
            clock.moveTo(start);
        }
    }

    private static List<Act> make(Random random) {
        var acts = new ArrayList<Act>();
        acts.add(new Act(random.nextBoolean() ? Kind.PLAN : Kind.PERSON, random.nextInt(8)));
        for (int i = 0; i < ACTS; i++) {
            var kind = Kind.values()[random.nextInt(Kind.values().length)];
            acts.add(new Act(random.nextInt(3) == 0 ? Kind.USE : kind, random.nextInt(8)));
        }
        return acts;
    }

    private void live(List<Act> acts) {
        var model = new BenefitModel(ground.member());
        for (var act : acts) {
            step(model, act);
            clock.advance(Duration.ofSeconds(1));
            agree(model);
        }
    }

    private void agree(BenefitModel model) {
        var day = staff.today();
        var shown = staff.asMachine(() -> benefits.of(model.member)).stream()
                .filter(one -> one.benefit().equals(BENEFIT))
                .findFirst();
        assertThat(shown.isPresent()).isEqualTo(model.entitled(day));
        shown.ifPresent(one -> {
            assertThat(one.left().used()).isEqualTo(model.used(day));
            assertThat(one.left().left()).isEqualTo(BenefitModel.QUOTA - model.used(day));
            assertThat(one.grounds()).hasSize((int)
                    model.grants.stream().filter(grant -> grant.runs(day)).count());
        });
    }

    private void step(BenefitModel model, Act act) {
        switch (act.kind) {
            case PLAN -> given(model, ground.plan(model.member));
            case PERSON -> given(model, ground.person(model.member, BENEFIT, 1 + act.which * 4));
            case REVOKE -> revoke(model, act.which);
            case USE -> used(model, model.use(staff.today()), null, ground.using(model.member, BENEFIT));
            case CODE -> code(model);
            case REDEEM -> redeem(model, act.which);
            case TAKE_BACK -> takeBack(model, act.which);
            case MINUTES_PASS -> clock.advance(Duration.ofMinutes(act.which * 3L));
            case DAYS_PASS -> clock.advance(Duration.ofDays(act.which));
        }
    }

    private static void given(BenefitModel model, GrantView grant) {
        model.grants.add(new BenefitModel.Grant(grant.id(), grant.firstDay(), grant.lastDay()));
    }

    private void revoke(BenefitModel model, int which) {
        if (!model.grants.isEmpty()) {
            var grant = model.grants.get(which % model.grants.size());
            var expected = model.revoke(grant, staff.today());
            assertThat(ground.outcome(() -> grants.revoke(grant.id, new EndGrant("历史"), key())))
                    .isEqualTo(expected);
        }
    }

    private void code(BenefitModel model) {
        var expected = model.issueCode(staff.today());
        try {
            var issued = ground.code(model.member, BENEFIT);
            assertThat("done").isEqualTo(expected);
            model.codes.add(new BenefitModel.Code(issued.code(), issued.expiresAt()));
        } catch (Refusal refusal) {
            assertThat(refusal.reason().code()).isEqualTo(expected);
        }
    }

    private void redeem(BenefitModel model, int which) {
        if (!model.codes.isEmpty()) {
            var code = model.codes.get(which % model.codes.size());
            var expected = model.redeem(code, clock.instant(), staff.today());
            used(model, expected, code, new UseBenefit(ground.store(), null, null, code.code, null, null));
        }
    }

    private void used(BenefitModel model, String expected, BenefitModel.@Nullable Code code, UseBenefit command) {
        try {
            var use = staff.asMachine(() -> benefits.use(command, key()));
            assertThat("done").isEqualTo(expected);
            model.uses.add(new BenefitModel.Use(use.id(), staff.today()));
            if (code != null) {
                code.used = true;
            }
        } catch (Refusal refusal) {
            assertThat(refusal.reason().code()).isEqualTo(expected);
        }
    }

    private void takeBack(BenefitModel model, int which) {
        if (!model.uses.isEmpty()) {
            var use = model.uses.get(which % model.uses.size());
            var expected = model.takeBack(use);
            assertThat(ground.outcome(() -> benefits.takeBack(use.id, new TakeBackUse("历史"), key())))
                    .isEqualTo(expected);
        }
    }

    private static String key() {
        return "h|" + UUID.randomUUID();
    }
}
