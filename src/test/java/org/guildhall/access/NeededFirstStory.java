package org.guildhall.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.Operations;
import org.guildhall.testing.Operations.Operation;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** What operations ask for before they read a request is what their acts ask for. In a company of its own: the acts happen. */
@GuildhallTest
@TestPropertySource(properties = "guildhall.test.company=needed-first")
class NeededFirstStory {

    /** The second permission of acts that ask for two. */
    private static final Map<String, String> FURTHER = Map.of(
            "exportBatchGrant", "adjustments.export",
            "exportMembers", "members.read",
            "registerMember", "members.read",
            "askPublication", "policies.read",
            "proposeCommissionPayout", "cashback.payouts-read",
            "reverseCommissionPayout", "cashback.payouts-read",
            "exportPayoutLines", "cashback.export",
            "exportPromoters", "cashback.export",
            "undoRun", "loyalty.runs-read");

    @Autowired
    TestStaff staff;

    @Autowired
    Posts posts;

    /** Whoever holds what an operation asks for first is not sent away for want of it, and never before it is asked. */
    @Test
    void whatIsAskedForFirstIsWhatTheActAsksFor() {
        var nobody = staff.logIn(staff.hire(List.of()));
        var code = "one-power-" + System.nanoTime();
        var command = new DefinePost(code, "一样权力", PostClass.SUPPORT, "", PostPowers.NONE, List.of());
        var post = staff.asMachine(() -> posts.define(command));
        var holder = staff.logIn(staff.hire(List.of(new Appoint(post.id(), staff.company(), staff.today(), null))));
        var byPermission = new TreeMap<String, List<Operation>>();
        for (var operation :
                Operations.of(staff.logIn("lead").get("/v3/api-docs").json())) {
            if (operation.body() != null
                    && !operation.path().startsWith("/api/session/")
                    && !operation.path().equals("/api/session")) {
                var asked =
                        operation.send(nobody, Map.of()).json().path("facts").path("permission");
                byPermission
                        .computeIfAbsent(asked.asString(""), first -> new ArrayList<>())
                        .add(operation);
            }
        }
        var wrong = new ArrayList<String>();
        int version = post.version();
        for (var entry : byPermission.entrySet()) {
            version = hold(post, entry.getKey(), version);
            for (var operation : entry.getValue()) {
                var answer = operation.send(holder, Map.of());
                var further = answer.json().path("facts").path("permission").asString("");
                if (answer.code().equals("access.denied") && !further.equals(FURTHER.get(operation.id()))) {
                    wrong.add(operation + " → " + answer.text());
                }
            }
        }
        assertThat(wrong)
                .as("operations whose guard asks for another permission than they do")
                .isEmpty();
    }

    private int hold(Post post, String permission, int version) {
        var grants = List.of(new Grant(Permission.of(permission), ScopeLevel.ALL));
        var command = new RevisePost(version, post.name(), PostClass.SUPPORT, "", PostPowers.NONE, grants, false);
        return staff.asMachine(() -> posts.revise(post.id(), command)).version();
    }
}
