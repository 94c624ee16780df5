package org.guildhall.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.testing.Answers.ok;

import java.util.List;
import java.util.Map;
import org.guildhall.approvals.ApprovalPolicy;
import org.guildhall.policies.FoundingPolicies;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Where a second pair of eyes is wanted to open a month again, one request waits and no other disappears in it. */
@GuildhallTest
@TestPropertySource(properties = "guildhall.test.company=period-requests")
class PeriodRequestStory {

    private static final String PERIODS = "/api/finance/periods";

    @Autowired
    TestStaff staff;

    @Autowired
    FoundingPolicies founding;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void a_second_wish_to_open_the_month_again_is_told_of_the_first_and_not_merged_into_it() {
        var lead = staff.logIn("lead");
        var other = staff.hire("lead", staff.company());
        wantsASecondPair();
        var month = ok(lead.get(PERIODS)).json().path("next").asString();
        assertThat(ok(change(lead, "close", month, "done"))
                        .json()
                        .path("closing")
                        .isObject())
                .isTrue();

        var asked =
                ok(change(lead, "reopen", month, "an invoice came late")).json().path("asked");
        assertThat(asked.path("state").asString()).isEqualTo("pending");
        assertThat(ok(change(lead, "reopen", month, "an invoice came late"))
                        .json()
                        .path("asked"))
                .as("the same words of the same person are the same request")
                .isEqualTo(asked);

        for (var second : List.of(
                change(staff.logIn(other), "reopen", month, "an invoice came late"),
                change(lead, "reopen", month, "another invoice too"))) {
            assertThat(second.status()).isEqualTo(409);
            assertThat(second.code()).isEqualTo("finance.already-asked");
            var facts = second.json().path("facts");
            assertThat(facts.path("request")).isEqualTo(asked.path("request"));
            assertThat(facts.path("requestedAt").asString())
                    .startsWith(staff.today().toString().substring(0, 7));
            assertThat(facts.path("reason").asString()).isEqualTo("an invoice came late");
            assertThat(second.json().path("detail").asString())
                    .contains(facts.path("requestedBy").asString(), month);
        }
    }

    private void wantsASecondPair() {
        Map<String, Object> step =
                Map.of("mode", "any", "posts", List.of("ops"), "hours", 48, "overdue", "return", "escalateTo", "lead");
        Map<String, Object> table =
                Map.of("rows", List.of(Map.of("act", "finance.reopen", "from", 0, "steps", List.of(step))));
        staff.asMachine(() -> transaction.execute(status -> {
            founding.establish(ApprovalPolicy.KIND.code(), table, staff.today(), "test");
            return true;
        }));
    }

    private static TestHttp.Answer change(TestHttp.Client client, String act, String month, String reason) {
        return client.post(PERIODS + "/" + act, Map.of("month", month, "reason", reason));
    }
}
