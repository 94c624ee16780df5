package org.guildhall.cashback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.guildhall.cashback.CashbackGround.line;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.guildhall.cashback.CashbackPolicy.Rate;
import org.guildhall.kernel.MemberId;
import org.guildhall.policies.Policies;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp.Answer;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** Rates published for today judge what was bought today before them, and nothing of the days before. */
@GuildhallTest
@DirtiesContext
@TestPropertySource(properties = "story.of-its-own=new-rates")
@Import({CashbackGround.class, CashbackGround.Desks.class, CashbackGround.Rules.class})
class NewRatesStory {

    @Autowired
    TestStaff staff;

    @Autowired
    CashbackGround ground;

    @Autowired
    Policies policies;

    @Autowired
    MovableClock clock;

    @Autowired
    JsonMapper json;

    @Test
    void what_was_bought_today_is_counted_anew_by_the_rates_of_today() {
        var today = ground.member();
        var yesterday = ground.member();
        ground.buy(today, clock.instant(), line("cb-cup", 100_000));
        ground.buy(yesterday, clock.instant().minus(Duration.ofDays(1)), line("cb-cup", 100_000));
        assertThat(rebates(today)).isEmpty();

        publish(new Rate("杯", 100, List.of("cb-cup"), List.of(), List.of(), List.of()));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(rebates(today)).containsExactly(1_000L));
        assertThat(rebates(yesterday)).isEmpty();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(staff.logIn("admin")
                                .get("/api/jobs?kind=cashback.recount&limit=1")
                                .text())
                        .contains("\"state\":\"DONE\"", "\"members\":1"));
        CashbackStory.laws(staff.logIn("lead"));
    }

    private List<Long> rebates(MemberId member) {
        var items = ok(staff.logIn("lead").get("/api/cashback/rebates?member=" + member))
                .json()
                .path("items");
        return items.valueStream()
                .map(item -> item.path("current").path("minor").asLong())
                .toList();
    }

    private void publish(Rate more) {
        var known = policies.inForce(CashbackPolicy.KIND, staff.today()).policy();
        var policy = new CashbackPolicy(
                Stream.concat(known.rates().stream(), Stream.of(more)).toList(),
                known.leastPurchase(),
                known.mostPerPurchase(),
                known.mostPerMonth(),
                known.settleDays());
        var path = "/api/policies/cashback.rates/draft";
        ok(staff.logIn("ops").put(path, Map.of("body", json.valueToTree(policy), "expectedRevision", 0)));
        ok(staff.logIn("lead")
                .post(
                        path + "/publish",
                        Map.of("revision", 1, "effectiveFrom", staff.today().toString(), "reason", "test")));
    }

    private static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        return answer;
    }
}
