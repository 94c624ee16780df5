package org.guildhall.intake.runs;

import java.util.Comparator;
import java.util.Map;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.intake.ImportId;
import org.guildhall.intake.ImportKind;
import org.guildhall.intake.IntakeEvent.ImportUndone;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.members.Members;
import org.guildhall.platform.JobKind;
import org.guildhall.platform.JobRun;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes an import back by counter-acts: purchases and returns are voided batch by batch, then members are set back or
 * withdrawn. Histories keep the act and its counter-act.
 */
@Component
class UndoJob implements JobKind<ImportTask> {

    private static final int MEMBERS_AT_ONCE = 1000;

    private final ImportStore imports;
    private final BatchStore batches;
    private final Members members;
    private final Loyalty loyalty;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final BusinessTime time;

    UndoJob(
            ImportStore imports,
            BatchStore batches,
            Members members,
            Loyalty loyalty,
            TransactionTemplate transaction,
            Audit audit,
            ApplicationEventPublisher events,
            BusinessTime time) {
        this.imports = imports;
        this.batches = batches;
        this.members = members;
        this.loyalty = loyalty;
        this.transaction = transaction;
        this.audit = audit;
        this.events = events;
        this.time = time;
    }

    @Override
    public String code() {
        return ImportTask.UNDO;
    }

    @Override
    public Class<ImportTask> params() {
        return ImportTask.class;
    }

    @Override
    public void run(JobRun<ImportTask> job) {
        var id = job.params().id();
        if (imports.get(id).plan().kind() == ImportKind.PURCHASES && !voidFacts(job, id)) {
            return;
        }
        setMembersBack(job, id);
        if (!job.cancelled()) {
            transaction.executeWithoutResult(status -> {
                imports.undone(id, time.now());
                audit.record(AuditEntry.of("intake.undone", "import", id, "reason", reason(job)));
                events.publishEvent(ImportUndone.of(id, job.by()));
                job.result(Map.of("id", id));
            });
        }
    }

    /** Voids the batches that the cursor has not reached, the last one first; false when somebody stopped the job. */
    private boolean voidFacts(JobRun<ImportTask> job, ImportId id) {
        var cursor = job.cursor();
        int reached = cursor == null ? Integer.MAX_VALUE : Integer.parseInt(cursor);
        var done = batches.tallies(id, Run.IMPORT).keySet().stream()
                .filter(batch -> batch >= 0)
                .sorted(Comparator.reverseOrder())
                .toList();
        for (int batch : done) {
            if (job.cancelled()) {
                return false;
            }
            if (batch < reached) {
                transaction.executeWithoutResult(status -> {
                    loyalty.voidAll(id.value(), batches.touched(id, batch));
                    job.checkpoint(String.valueOf(batch), done.indexOf(batch) + 1L, done.size() + 1L);
                });
            }
        }
        return true;
    }

    private void setMembersBack(JobRun<ImportTask> job, ImportId id) {
        int dealt = 1;
        while (dealt > 0 && !job.cancelled()) {
            Integer count = transaction.execute(status -> members.undo(id.value(), MEMBERS_AT_ONCE, reason(job)));
            dealt = count == null ? 0 : count;
        }
    }

    private static String reason(JobRun<ImportTask> job) {
        var reason = job.params().reason();
        return reason == null ? "" : reason;
    }
}
