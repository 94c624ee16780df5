package org.guildhall.adjustments.grants;

import java.util.UUID;
import org.guildhall.adjustments.UndoGrant;
import org.guildhall.approvals.ApprovalSubject;
import org.guildhall.approvals.ApprovalView;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells approvals that giving to many and taking it back can need somebody's yes; the size is what it comes to. */
@Configuration(proxyBeanMethods = false)
class GrantSubjects {

    static final String GIVE = "adjustments.batch-grant";
    static final String UNDO = "adjustments.batch-grant-undo";

    /** Of points by hand, by whose row a grant is judged that is large for one member. */
    static final String BY_HAND = "adjustments.points";

    /** What waits: which grant. */
    record Giving(UUID grant) {}

    /** What waits: which grant is taken back, and how. */
    record Undoing(UUID grant, UndoGrant command) {}

    @Bean
    ApprovalSubject givingToMany(GrantRuns runs, JsonMapper json) {
        return new Subject(GIVE, command -> runs.give(json.treeToValue(command, Giving.class)));
    }

    @Bean
    ApprovalSubject takingBackFromMany(GrantRuns runs, JsonMapper json) {
        return new Subject(UNDO, command -> runs.undo(json.treeToValue(command, Undoing.class)));
    }

    private record Subject(String kind, java.util.function.Consumer<JsonNode> act) implements ApprovalSubject {
        @Override
        public void approved(ApprovalView request, JsonNode command) {
            act.accept(command);
        }
    }
}
