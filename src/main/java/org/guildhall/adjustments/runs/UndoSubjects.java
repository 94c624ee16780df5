package org.guildhall.adjustments.runs;

import java.util.UUID;
import org.guildhall.adjustments.AdjustmentRefusal;
import org.guildhall.approvals.ApprovalSubject;
import org.guildhall.approvals.ApprovalView;
import org.guildhall.kernel.Refusal;
import org.guildhall.loyalty.DailyRuns;
import org.guildhall.loyalty.UndoRun;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells approvals that undoing runs can need somebody's yes. */
@Configuration(proxyBeanMethods = false)
class UndoSubjects {

    /** What waits: which run is undone, and how. */
    record Undoing(UUID run, UndoRun command) {}

    @Bean
    ApprovalSubject undoingExpiry(DailyRuns runs, JsonMapper json) {
        return new Subject(UndoSize.OF_EXPIRY, runs, json);
    }

    @Bean
    ApprovalSubject undoingReviews(DailyRuns runs, JsonMapper json) {
        return new Subject(UndoSize.OF_REVIEW, runs, json);
    }

    /** Undoes what was agreed to: the run as it stands now, and no more than was asked for. */
    private record Subject(String kind, DailyRuns runs, JsonMapper json) implements ApprovalSubject {
        @Override
        public void approved(ApprovalView request, JsonNode command) {
            var undoing = json.treeToValue(command, Undoing.class);
            long now = UndoSize.amount(kind, runs.previewUndo(undoing.run(), undoing.command()));
            if (now > request.amount()) {
                throw Refusal.of(new AdjustmentRefusal.AmountChanged(request.amount(), now));
            }
            runs.undo(undoing.run(), undoing.command());
        }
    }
}
