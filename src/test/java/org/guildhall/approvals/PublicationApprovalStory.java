package org.guildhall.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guildhall.policies.FoundingPolicies;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Where the authority table says so, a policy is published with the last yes and in no other way. */
@GuildhallTest
@TestPropertySource(properties = "guildhall.test.company=publications")
class PublicationApprovalStory {

    private static final String KIND = "/api/policies/access.sign-in";

    @Autowired
    TestStaff staff;

    @Autowired
    FoundingPolicies founding;

    @Autowired
    Approvals approvals;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void publicationsNeedTheLead() {
        staff.company();
        if (approvals.needed(Publications.KIND, 0)) {
            return;
        }
        var step =
                Map.of("mode", "any", "posts", List.of("lead"), "hours", 0, "overdue", "return", "escalateTo", "lead");
        var row = Map.of("act", Publications.KIND, "from", 0, "steps", List.of(step));
        staff.asMachine(() -> transaction.execute(status -> {
            founding.establish(ApprovalPolicy.KIND.code(), Map.of("rows", List.of(row)), staff.today(), "test");
            return true;
        }));
    }

    @Test
    void theEditorAsksTheLeadAgreesAndTheVersionIsThere() {
        var ops = staff.logIn("ops");
        var lead = staff.logIn("lead");
        int versions = versions(lead);
        int revision = draft(ops, 7 + versions);

        assertThat(lead.post(KIND + "/draft/publish", publication(revision)).code())
                .isEqualTo("approvals.approval-needed");
        var other = new HashMap<>(publication(revision));
        other.put("policy", "access.sign-in");
        assertThat(lead.post("/api/approvals/publications", other).code()).isEqualTo("approvals.not-the-editor");
        var far = new HashMap<>(other);
        far.put("effectiveFrom", "9999-12-31");
        assertThat(ops.post("/api/approvals/publications", far).text()).contains("within-horizon");
        var asked = ops.post("/api/approvals/publications", other);
        assertThat(asked.json().path("state").asString()).isEqualTo("pending");
        assertThat(versions(lead)).isEqualTo(versions);
        var decided = lead.post(
                "/api/approvals/" + asked.json().path("id").asString() + "/decision",
                Map.of("revision", 1, "verdict", "approve"));

        assertThat(decided.json().path("state").asString()).isEqualTo("approved");
        assertThat(versions(lead)).isEqualTo(versions + 1);
    }

    @Test
    void aDraftThatWasEditedAfterAskingIsNotPublished() {
        var ops = staff.logIn("ops");
        var lead = staff.logIn("lead");
        int versions = versions(lead);
        int revision = draft(ops, 17 + versions);
        var command = new HashMap<>(publication(revision));
        command.put("policy", "access.sign-in");
        var asked = ops.post("/api/approvals/publications", command);
        int later = save(ops, 18 + versions, revision);
        var newer = new HashMap<>(publication(later));
        newer.put("policy", "access.sign-in");
        assertThat(ops.post("/api/approvals/publications", newer).code())
                .as("the request that waits is for the draft as it was")
                .isEqualTo("approvals.asked-otherwise");

        var decided = lead.post(
                "/api/approvals/" + asked.json().path("id").asString() + "/decision",
                Map.of("revision", 1, "verdict", "approve"));

        assertThat(decided.code()).isEqualTo("policies.stale-draft");
        assertThat(versions(lead)).isEqualTo(versions);
        ops.post(
                "/api/approvals/" + asked.json().path("id").asString() + "/withdraw",
                Map.of("revision", 1, "reason", "edited again"));
        ops.delete(KIND + "/draft?revision=" + (revision + 1));
    }

    private int draft(TestHttp.Client editor, int lockOut) {
        return save(editor, lockOut, 0);
    }

    private int save(TestHttp.Client editor, int lockOut, int expected) {
        var body = Map.of(
                "failuresBeforeLockOut", 5,
                "lockOutMinutes", lockOut,
                "idleMinutes", 30,
                "longestHours", 12,
                "shortestPassword", 10);
        var saved = editor.put(KIND + "/draft", Map.of("body", body, "expectedRevision", expected));
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        return saved.json().path("revision").asInt();
    }

    private Map<String, Object> publication(int revision) {
        return Map.of("revision", revision, "effectiveFrom", staff.today().toString(), "reason", "better");
    }

    private static int versions(TestHttp.Client client) {
        return client.get(KIND).json().path("versions").size();
    }
}
