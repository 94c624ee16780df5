package org.guildhall.cashback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Ledger;
import org.guildhall.policies.FoundingPolicies;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestMembers;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is first entered as having recommended a new member is thanked with points, in the same act. */
@GuildhallTest
@Import({CashbackGround.class, CashbackGround.Desks.class, CashbackGround.Rules.class})
@TestPropertySource(properties = "guildhall.test.company=thanks-for-bringing")
class ThanksForBringingStory {

    @Autowired
    TestStaff staff;

    @Autowired
    TestMembers members;

    @Autowired
    CashbackGround ground;

    @Autowired
    Ledger ledger;

    @Autowired
    FoundingPolicies founding;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void thanked() {
        var rule = new HashMap<String, Object>(Map.of("kind", "REFERRAL", "points", 200, "growth", 0, "perMonth", 2));
        rule.put("tierMultiplier", false);
        Map<String, Object> body =
                Map.of("rules", List.of(rule), "profile", List.of(), "daysBack", 0, "referralDays", 30);
        staff.asMachine(() -> transaction.execute(status -> {
            founding.establish("loyalty.occasions", body, LocalDate.of(2025, 1, 1), "test");
            return body;
        }));
    }

    @Test
    void the_first_touch_is_thanked_once_and_a_change_by_authority_is_not() {
        var lead = staff.logIn("lead");
        var promoter = members.since(LocalDate.of(2025, 1, 1));
        var another = members.since(LocalDate.of(2025, 1, 1));
        ground.enrol(promoter, 3);
        ground.enrol(another, 3);
        var customer = members.since(staff.today().minusDays(2));

        var bound = lead.post(
                "/api/cashback/bonds",
                Map.of("customer", customer.toString(), "promoter", promoter.toString()),
                "bind" + customer);
        assertThat(bound.status()).as(bound.text()).isEqualTo(200);
        assertThat(points(promoter)).isEqualTo(200);
        var told = lead.get("/api/occasions?member=" + promoter).json().path("items");
        assertThat(told.size()).isEqualTo(1);
        assertThat(told.path(0).path("referred").asString()).isEqualTo(customer.toString());

        var changed = lead.post(
                "/api/cashback/bonds/" + customer + "/change",
                Map.of("promoter", another.toString(), "reason", "更正"),
                "change" + customer);
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(points(another)).as("a correction brings nobody").isZero();
        assertThat(points(promoter)).isEqualTo(200);
    }

    @Test
    void members_of_long_ago_and_more_than_count_bring_nothing() {
        var promoter = members.since(LocalDate.of(2025, 1, 1));
        ground.enrol(promoter, 3);
        ground.bind(members.since(LocalDate.of(2025, 1, 2)), promoter, 0);
        assertThat(points(promoter)).as("joined long ago").isZero();
        for (int i = 0; i < 3; i++) {
            ground.bind(members.since(staff.today()), promoter, 0);
        }
        assertThat(points(promoter)).as("two a month count").isEqualTo(400);
        assertThat(staff.asMachine(ledger::prove)).allMatch(proof -> proof.holds());
    }

    private long points(MemberId member) {
        return ledger.balances(List.of(member), Asset.POINTS).getOrDefault(member, 0L);
    }
}
