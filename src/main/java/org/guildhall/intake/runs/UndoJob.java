package org.guildhall.intake.runs;

import java.util.Comparator;
import java.util.Map;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.Scope;
import org.guildhall.intake.ImportId;
import org.guildhall.intake.ImportKind;
import org.guildhall.intake.IntakeEvent.ImportUndone;
import org.guildhall.members.Members;
import org.guildhall.platform.JobKind;
import org.guildhall.platform.JobRun;
import org.springframework.stereotype.Component;

/**
 * Takes an import back by counter-acts: purchases, returns and points are voided batch by batch, then members are set back or
 * withdrawn. Histories keep the act and its counter-act.
 */
@Component
class UndoJob implements JobKind<ImportTask> {

    private static final int MEMBERS_AT_ONCE = 1000;

    private final Books books;
    private final Members members;
    private final FactBooks facts;
    private final Ending ending;
    private final Witness witness;

    UndoJob(Books books, Members members, FactBooks facts, Ending ending, Witness witness) {
        this.books = books;
        this.members = members;
        this.facts = facts;
        this.ending = ending;
        this.witness = witness;
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
        if (!voidFacts(job, id)) {
            return;
        }
        setMembersBack(job, id);
        if (!job.cancelled()) {
            ending.transaction().executeWithoutResult(status -> {
                books.imports().undone(id, witness.time().now());
                witness.audit().record(AuditEntry.of("intake.undone", "import", id, "reason", reason(job)));
                ending.events().publishEvent(ImportUndone.of(id, job.by()));
                job.result(Map.of("id", id));
            });
        }
    }

    /** Voids the batches that the cursor has not reached, the last one first; false when somebody stopped the job. */
    private boolean voidFacts(JobRun<ImportTask> job, ImportId id) {
        if (books.imports().get(id).plan().kind() == ImportKind.MEMBERS) {
            return true;
        }
        var cursor = job.cursor();
        int reached = cursor == null ? Integer.MAX_VALUE : Integer.parseInt(cursor);
        var done = books.batches().tallies(id, Run.IMPORT).keySet().stream()
                .filter(batch -> batch >= 0)
                .sorted(Comparator.reverseOrder())
                .toList();
        for (int batch : done) {
            if (job.cancelled()) {
                return false;
            }
            if (batch < reached) {
                ending.transaction().executeWithoutResult(status -> {
                    voidBatch(job, batch);
                    job.checkpoint(String.valueOf(batch), done.indexOf(batch) + 1L, done.size() + 1L);
                });
            }
        }
        return true;
    }

    private void voidBatch(JobRun<ImportTask> job, int batch) {
        var id = job.params().id();
        var touched = books.batches().touched(id, batch);
        switch (books.imports().get(id).plan().kind()) {
            case PURCHASES -> facts.purchases().voidAll(id.value(), touched);
            case POINTS -> facts.points().voidAll(id.value(), touched, reason(job));
            case MEMBERS -> throw new IllegalStateException("members are set back, not voided");
        }
    }

    private void setMembersBack(JobRun<ImportTask> job, ImportId id) {
        int dealt = 1;
        while (dealt > 0 && !job.cancelled()) {
            Integer count = ending.transaction()
                    .execute(status -> members.undo(id.value(), MEMBERS_AT_ONCE, reason(job), new Scope.All()));
            dealt = count == null ? 0 : count;
        }
    }

    private static String reason(JobRun<ImportTask> job) {
        var reason = job.params().reason();
        return reason == null ? "" : reason;
    }
}
