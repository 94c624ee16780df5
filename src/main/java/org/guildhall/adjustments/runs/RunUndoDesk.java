package org.guildhall.adjustments.runs;

import java.util.UUID;
import org.guildhall.adjustments.Adjusted;
import org.guildhall.adjustments.RunUndoPreview;
import org.guildhall.adjustments.RunUndoing;
import org.guildhall.adjustments.UndoOfRun;
import org.guildhall.approvals.Approvals;
import org.guildhall.approvals.AskApproval;
import org.guildhall.loyalty.DailyRuns;
import org.guildhall.loyalty.UndoRun;
import org.guildhall.platform.RunView;
import org.guildhall.platform.Runs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** {@link RunUndoing}: undoes at once what nobody has to agree to, and asks for the rest. */
@Component
class RunUndoDesk implements RunUndoing {

    private final DailyRuns daily;
    private final Runs runs;
    private final ObjectProvider<Approvals> approvals;
    private final JsonMapper json;

    RunUndoDesk(DailyRuns daily, Runs runs, ObjectProvider<Approvals> approvals, JsonMapper json) {
        this.daily = daily;
        this.runs = runs;
        this.approvals = approvals;
        this.json = json;
    }

    @Override
    public RunUndoPreview preview(UUID id) {
        var found = daily.previewUndo(id);
        var kind = UndoSize.kindOf(find(id));
        return new RunUndoPreview(found, approvals.getObject().outlook(kind, UndoSize.amount(kind, found)));
    }

    @Override
    @Transactional
    public UndoOfRun undo(UUID id, UndoRun command) {
        var size = UndoSize.of(find(id), daily.previewUndo(id, command), command);
        return needed(id, size) ? ask(id, command, size) : new UndoOfRun(daily.undo(id, command), null);
    }

    /** What waits already is not overtaken, even where the table would let it pass today. */
    private boolean needed(UUID id, UndoSize size) {
        var asked = approvals.getObject();
        return asked.open(size.kind(), id).isPresent() || asked.needed(size.kind(), size.amount());
    }

    private UndoOfRun ask(UUID id, UndoRun command, UndoSize size) {
        var request = approvals
                .getObject()
                .ask(new AskApproval(
                        size.kind(),
                        id,
                        json.valueToTree(new UndoSubjects.Undoing(id, command)),
                        size.facts(),
                        size.amount(),
                        null,
                        null,
                        command.reason()));
        return new UndoOfRun(null, new Adjusted.Asked(request.id(), request.state()));
    }

    @Override
    public UndoOfRun get(UUID id) {
        var run = daily.get(id);
        var undoneBy = run.undoneBy();
        var asked = approvals
                .getObject()
                .latest(UndoSize.kindOf(run), id)
                .map(latest -> new Adjusted.Asked(
                        latest.request().id(), latest.request().state()))
                .orElse(null);
        return new UndoOfRun(undoneBy == null ? null : find(undoneBy), asked);
    }

    private RunView find(UUID id) {
        return runs.find(id).orElseGet(() -> daily.get(id));
    }
}
