package org.guildhall.loyalty.warnings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.CauseKey;
import org.guildhall.ledger.Ledger;
import org.guildhall.ledger.Movement;
import org.guildhall.ledger.Posting;
import org.guildhall.messages.Outbox;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestMembers;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Members are told ahead of what ends, once. */
@GuildhallTest
class WarningsStory {

    @Autowired
    TestStaff staff;

    @Autowired
    TestMembers members;

    @Autowired
    Ledger ledger;

    @Autowired
    Outbox outbox;

    @Autowired
    Warnings warnings;

    @Autowired
    MovableClock clock;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void inTheMorning() {
        clock.moveTo(MovableClock.START);
    }

    private void grant(MemberId member, long points, LocalDate expiresOn) {
        staff.asMachine(() -> transaction.execute(status -> ledger.post(List.of(new Posting(
                new CauseKey("test|" + UUID.randomUUID()),
                member,
                "purchase",
                clock.instant().minus(Duration.ofDays(300)),
                "test",
                UUID.randomUUID(),
                List.of(new Movement.Grant(Asset.POINTS, points, expiresOn)),
                null,
                0)))));
    }

    private JsonNode told(MemberId member) {
        return staff.logIn("ops")
                .get("/api/messages?reason=loyalty.points-lapsing&member=" + member)
                .json()
                .path("items");
    }

    @Test
    void points_that_lapse_are_told_of_a_month_and_a_week_ahead_each_once() {
        var operations = staff.logIn("ops");
        var member = members.of(null);
        grant(member, 1_200, LocalDate.of(2026, 3, 21));
        grant(member, 300, LocalDate.of(2026, 3, 26));
        grant(member, 5_000, LocalDate.of(2027, 1, 1));

        var job = operations
                .post("/api/loyalty/runs", Map.of("kind", "warning", "through", "2026-03-02"))
                .json()
                .path("id")
                .asString();
        operations.ended(job);
        staff.asMachine(warnings::run);

        assertThat(told(member)).hasSize(1);
        assertThat(told(member).get(0).path("period").asString()).isEqualTo("2026-03/30");
        assertThat(operations
                        .get("/api/loyalty/runs?kind=warning")
                        .json()
                        .path("items")
                        .size())
                .isGreaterThanOrEqualTo(2);

        clock.moveTo(MovableClock.START.plus(Duration.ofDays(11)));
        staff.asMachine(warnings::run);
        assertThat(told(member)).as("with eight days left").hasSize(1);
        clock.moveTo(MovableClock.START.plus(Duration.ofDays(12)));
        staff.asMachine(warnings::run);
        staff.asMachine(warnings::run);
        assertThat(told(member)).as("with seven days left").hasSize(2);

        staff.asMachine(outbox::dispatch);
        var id = told(member).get(0).path("id").asString();
        var reader = staff.logIn("ops");
        var sent = reader.get("/api/messages/" + id).json();
        assertThat(sent.path("text").path("body").asString())
                .contains("1,500 积分", "1,200（2026年3月20日止）、300（2026年3月25日止）");
        assertThat(reader.get("/api/messages/" + id + "/why").json().toString())
                .contains("loyalty.warnings", "messages.lot", "2026-03-25");
    }

    @Test
    void a_day_that_was_missed_is_made_up_for_and_a_trifle_stays_untold() {
        var late = members.of(null);
        var trifle = members.of(null);
        grant(late, 100, LocalDate.of(2026, 3, 4));
        grant(trifle, 99, LocalDate.of(2026, 3, 4));

        staff.asMachine(warnings::run);

        assertThat(told(late).valueStream().map(item -> item.path("period").asString()))
                .containsExactlyInAnyOrder("2026-03/30", "2026-03/7");
        assertThat(told(trifle)).isEmpty();
    }

    @Test
    void what_was_planned_in_a_transaction_that_failed_was_never_planned() {
        var member = members.of(null);
        grant(member, 500, LocalDate.of(2026, 3, 20));

        staff.asMachine(() -> transaction.execute(status -> {
            outbox.plan(org.guildhall.messages.PlanMessages.of(
                    "points-lapsing",
                    List.of(new org.guildhall.messages.PlanMessages.Wish(
                            member,
                            "x",
                            Map.of(
                                    "points",
                                    5,
                                    "day",
                                    "2026-03-20",
                                    "lots",
                                    List.of(Map.of("amount", 5, "until", "2026-03-20"))),
                            null))));
            status.setRollbackOnly();
            return true;
        }));

        assertThat(told(member)).isEmpty();
    }
}
