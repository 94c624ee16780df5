package org.guildhall.intake.runs;

import java.util.Arrays;
import org.guildhall.access.Access;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.intake.ImportId;
import org.guildhall.intake.ImportState;
import org.guildhall.intake.IntakeRefusal.FileGone;
import org.guildhall.intake.IntakeRefusal.WrongState;
import org.guildhall.intake.PrepareImport;
import org.guildhall.intake.cleaning.FieldColumns;
import org.guildhall.intake.profiling.Profiling;
import org.guildhall.intake.reading.Limits;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Refusal;
import org.guildhall.platform.Jobs;
import org.springframework.stereotype.Component;

/** The steps of an import in their order, each under the lock of its row. */
@Component
class Steps {

    private final ImportStore imports;
    private final BatchStore batches;
    private final ImportFiles files;
    private final Planning planning;
    private final Progresses progresses;
    private final Jobs jobs;
    private final Access access;
    private final Audit audit;
    private final BusinessTime time;

    Steps(
            ImportStore imports,
            BatchStore batches,
            ImportFiles files,
            Planning planning,
            Progresses progresses,
            Jobs jobs,
            Access access,
            Audit audit,
            BusinessTime time) {
        this.imports = imports;
        this.batches = batches;
        this.files = files;
        this.planning = planning;
        this.progresses = progresses;
        this.jobs = jobs;
        this.access = access;
        this.audit = audit;
        this.time = time;
    }

    ImportStore.Stored prepare(ImportId id, PrepareImport command) {
        var stored = imports.lock(id);
        requireFile(stored);
        if (stored.state() != ImportState.CHECKING || progresses.isAtWork(stored)) {
            requireState(stored, "prepare", ImportState.UPLOADED, ImportState.READY, ImportState.CHECKED);
        }
        var layout = command.layout() == null ? stored.layout() : command.layout();
        PlanChecks.check(layout, command.settings());
        imports.prepared(id, new PrepareImport(command.kind(), layout, command.mapping(), command.settings()));
        batches.forget(id, Run.CHECK);
        var prepared = imports.get(id);
        FieldColumns.bind(command.kind(), command.mapping(), planning.columns(prepared));
        if (!layout.equals(stored.layout())) {
            files.keepProfile(
                    id,
                    Profiling.profile(files.upload(id), stored.fileName(), layout, command.kind(), Limits.STANDARD));
        }
        audit.record(AuditEntry.of("intake.prepared", "import", id, "revision", prepared.revision()));
        return prepared;
    }

    ImportStore.Stored check(ImportId id) {
        var stored = imports.lock(id);
        requireFile(stored);
        requireState(
                stored, "check", ImportState.UPLOADED, ImportState.READY, ImportState.CHECKED, ImportState.CHECKING);
        if (progresses.isAtWork(stored)) {
            return stored;
        }
        FieldColumns.bind(stored.plan().kind(), stored.plan().mapping(), planning.columns(stored));
        if (stored.state() != ImportState.CHECKING) {
            batches.forget(id, Run.CHECK);
        }
        return begin(stored, ImportState.CHECKING, ImportTask.CHECK, new ImportTask(id, null));
    }

    ImportStore.Stored start(ImportId id) {
        var stored = imports.lock(id);
        boolean resumes = stored.state() == ImportState.IMPORTING;
        boolean finished = stored.state() == ImportState.IMPORTED;
        if (finished || (resumes && progresses.isAtWork(stored))) {
            return stored;
        }
        requireFile(stored);
        requireState(
                stored, "start", ImportState.UPLOADED, ImportState.READY, ImportState.CHECKED, ImportState.IMPORTING);
        FieldColumns.bind(stored.plan().kind(), stored.plan().mapping(), planning.columns(stored));
        audit.record(AuditEntry.of("intake.started", "import", id, "revision", stored.revision()));
        return begin(stored, ImportState.IMPORTING, ImportTask.IMPORT, new ImportTask(id, null));
    }

    ImportStore.Stored undo(ImportId id, String reason) {
        var stored = imports.lock(id);
        boolean undoing = stored.state() == ImportState.UNDOING;
        if (stored.state() == ImportState.UNDONE || (undoing && progresses.isAtWork(stored))) {
            return stored;
        }
        requireState(stored, "undo", ImportState.IMPORTED, ImportState.IMPORTING, ImportState.UNDOING);
        if (progresses.isAtWork(stored)) {
            throw Refusal.of(new WrongState(id.value(), stored.state().name(), "undo"));
        }
        audit.record(AuditEntry.of("intake.undo-asked", "import", id, "reason", reason));
        return begin(stored, ImportState.UNDOING, ImportTask.UNDO, new ImportTask(id, reason));
    }

    void discard(ImportId id) {
        var stored = imports.lock(id);
        requireState(
                stored,
                "discard",
                ImportState.UPLOADED,
                ImportState.READY,
                ImportState.CHECKED,
                ImportState.IMPORTED,
                ImportState.UNDONE);
        audit.record(AuditEntry.of("intake.file-removed", "import", id));
        removeFile(id);
    }

    /** Removes the file and everything that quotes from it. */
    void removeFile(ImportId id) {
        batches.forgetRejections(id, Run.CHECK);
        batches.forgetRejections(id, Run.IMPORT);
        imports.fileGone(id, time.now());
        files.remove(id);
    }

    /** The run whose rejected rows are shown: the import once it has begun, before that the dry run. */
    Run lastRun(ImportStore.Stored stored) {
        return switch (stored.state()) {
            case UPLOADED, READY, CHECKING, CHECKED -> Run.CHECK;
            case IMPORTING, IMPORTED, UNDOING, UNDONE -> Run.IMPORT;
        };
    }

    void requireState(ImportStore.Stored stored, String step, ImportState... allowed) {
        if (Arrays.stream(allowed).noneMatch(state -> state == stored.state())) {
            throw Refusal.of(new WrongState(stored.id().value(), stored.state().name(), step));
        }
    }

    private static void requireFile(ImportStore.Stored stored) {
        if (stored.fileGoneAt() != null) {
            throw Refusal.of(new FileGone(stored.id().value()));
        }
    }

    private ImportStore.Stored begin(ImportStore.Stored stored, ImportState state, String kind, ImportTask task) {
        var job = jobs.start(kind, task, access.actor(), null);
        imports.working(stored.id(), state, job.value());
        return imports.get(stored.id());
    }
}
