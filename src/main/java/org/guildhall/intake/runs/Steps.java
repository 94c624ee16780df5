package org.guildhall.intake.runs;

import java.util.Arrays;
import org.guildhall.access.AuditEntry;
import org.guildhall.intake.ImportId;
import org.guildhall.intake.ImportState;
import org.guildhall.intake.IntakeRefusal.FileGone;
import org.guildhall.intake.IntakeRefusal.WrongState;
import org.guildhall.intake.PrepareImport;
import org.guildhall.intake.cleaning.FieldColumns;
import org.guildhall.intake.profiling.ColumnNames;
import org.guildhall.intake.profiling.Profiling;
import org.guildhall.intake.reading.Limits;
import org.guildhall.kernel.Refusal;
import org.guildhall.platform.Jobs;
import org.springframework.stereotype.Component;

/** The steps of an import in their order, each under the lock of its row. */
@Component
class Steps {

    private final Books books;
    private final ImportFiles files;
    private final Planning planning;
    private final Work work;
    private final Witness witness;

    Steps(Books books, ImportFiles files, Planning planning, Work work, Witness witness) {
        this.books = books;
        this.files = files;
        this.planning = planning;
        this.work = work;
        this.witness = witness;
    }

    /** Jobs, and whether one is at work. */
    @Component
    record Work(Jobs jobs, Progresses progresses) {}

    ImportStore.Stored prepare(ImportId id, PrepareImport command) {
        var stored = books.imports().lock(id);
        requireFile(stored);
        if (stored.state() != ImportState.CHECKING || work.progresses.isAtWork(stored)) {
            requireState(stored, "prepare", ImportState.UPLOADED, ImportState.READY, ImportState.CHECKED);
        }
        var layout = command.layout() == null ? stored.layout() : command.layout();
        PlanChecks.check(layout, command.settings(), witness.time().today());
        books.imports().prepared(id, new PrepareImport(command.kind(), layout, command.mapping(), command.settings()));
        books.batches().forget(id, Run.CHECK);
        var prepared = books.imports().get(id);
        FieldColumns.bind(command.kind(), command.mapping(), planning.columns(prepared));
        if (!layout.equals(stored.layout())) {
            var profile =
                    Profiling.profile(files.upload(id), stored.fileName(), layout, command.kind(), Limits.STANDARD);
            files.keepProfile(id, profile);
            books.earlier().keepColumns(id, ColumnNames.fingerprint(layout, profile.columnNames()));
        }
        witness.audit().record(AuditEntry.of("intake.prepared", "import", id, "revision", prepared.revision()));
        return prepared;
    }

    ImportStore.Stored check(ImportId id) {
        var stored = books.imports().lock(id);
        requireFile(stored);
        requireState(
                stored, "check", ImportState.UPLOADED, ImportState.READY, ImportState.CHECKED, ImportState.CHECKING);
        if (work.progresses.isAtWork(stored)) {
            return stored;
        }
        FieldColumns.bind(stored.plan().kind(), stored.plan().mapping(), planning.columns(stored));
        if (stored.state() != ImportState.CHECKING) {
            books.batches().forget(id, Run.CHECK);
        }
        return begin(stored, ImportState.CHECKING, ImportTask.CHECK, new ImportTask(id, null));
    }

    ImportStore.Stored start(ImportId id) {
        var stored = books.imports().lock(id);
        boolean resumes = stored.state() == ImportState.IMPORTING;
        boolean finished = stored.state() == ImportState.IMPORTED;
        if (finished || (resumes && work.progresses.isAtWork(stored))) {
            return stored;
        }
        requireFile(stored);
        requireState(
                stored, "start", ImportState.UPLOADED, ImportState.READY, ImportState.CHECKED, ImportState.IMPORTING);
        FieldColumns.bind(stored.plan().kind(), stored.plan().mapping(), planning.columns(stored));
        witness.audit().record(AuditEntry.of("intake.started", "import", id, "revision", stored.revision()));
        return begin(stored, ImportState.IMPORTING, ImportTask.IMPORT, new ImportTask(id, null));
    }

    ImportStore.Stored undo(ImportId id, String reason) {
        var stored = books.imports().lock(id);
        boolean undoing = stored.state() == ImportState.UNDOING;
        if (stored.state() == ImportState.UNDONE || (undoing && work.progresses.isAtWork(stored))) {
            return stored;
        }
        requireState(stored, "undo", ImportState.IMPORTED, ImportState.IMPORTING, ImportState.UNDOING);
        if (work.progresses.isAtWork(stored)) {
            throw Refusal.of(new WrongState(id.value(), stored.state().name(), "undo"));
        }
        books.imports()
                .undoAsked(id, new ImportStore.Undo(witness.access().actor().reference(), reason));
        witness.audit().record(AuditEntry.of("intake.undo-asked", "import", id, "reason", reason));
        return begin(stored, ImportState.UNDOING, ImportTask.UNDO, new ImportTask(id, reason));
    }

    void discard(ImportId id) {
        var stored = books.imports().lock(id);
        requireState(
                stored,
                "discard",
                ImportState.UPLOADED,
                ImportState.READY,
                ImportState.CHECKED,
                ImportState.IMPORTED,
                ImportState.UNDONE);
        witness.audit().record(AuditEntry.of("intake.file-removed", "import", id));
        removeFile(id);
    }

    /** Removes the file and everything that quotes from it. */
    void removeFile(ImportId id) {
        books.batches().forgetRejections(id, Run.CHECK);
        books.batches().forgetRejections(id, Run.IMPORT);
        books.imports().fileGone(id, witness.time().now());
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
        var job = work.jobs.start(kind, task, witness.access().actor(), null);
        books.imports().working(stored.id(), state, job.value());
        return books.imports().get(stored.id());
    }
}
