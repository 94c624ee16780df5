package org.guildhall.intake.runs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.Permission;
import org.guildhall.access.Scope;
import org.guildhall.intake.ImportId;
import org.guildhall.intake.ImportKind;
import org.guildhall.intake.ImportPermissions;
import org.guildhall.intake.ImportQuery;
import org.guildhall.intake.ImportState;
import org.guildhall.intake.ImportUndoPreview;
import org.guildhall.intake.ImportView;
import org.guildhall.intake.Imports;
import org.guildhall.intake.PrepareImport;
import org.guildhall.intake.RejectionView;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.Cursors;
import org.guildhall.platform.Sheets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The face of the intake: permission, state, audit; the work itself is in the steps and the jobs. */
@Component
class StoredImports implements Imports {

    private static final int SHORTEST_REASON = 2;

    private final Books books;
    private final Steps steps;
    private final Shown shown;
    private final Uploads uploads;
    private final Witness witness;

    StoredImports(Books books, Steps steps, Shown shown, Uploads uploads, Witness witness) {
        this.books = books;
        this.steps = steps;
        this.shown = shown;
        this.uploads = uploads;
        this.witness = witness;
    }

    /** What there is to see of an import. */
    @Component
    record Shown(ImportViews views, UndoPreviews previews, RejectedSheet rejected) {}

    @Override
    @Transactional
    public ImportView upload(String fileName, InputStream content, @Nullable ImportKind kind) {
        require(ImportPermissions.IMPORT);
        return shown.views.full(uploads.take(fileName, content, kind));
    }

    @Override
    public ImportView get(ImportId id) {
        require(ImportPermissions.READ);
        return shown.views.full(books.imports().get(id));
    }

    @Override
    public Slice<ImportView> list(ImportQuery query) {
        require(ImportPermissions.READ);
        var time = witness.time();
        var from = query.from() == null ? null : time.startOf(query.from());
        var before = query.to() == null ? null : time.startOf(query.to().plusDays(1));
        return Slice.cut(
                        books.imports().list(query, from, before),
                        query.size(),
                        last -> Cursors.encode(last.createdAt(), last.id()),
                        null)
                .map(shown.views::brief);
    }

    @Override
    public List<String> sources() {
        require(ImportPermissions.READ);
        return books.imports().sources();
    }

    @Override
    @Transactional
    public ImportView prepare(ImportId id, PrepareImport command) {
        require(ImportPermissions.IMPORT);
        return shown.views.full(steps.prepare(id, command));
    }

    @Override
    @Transactional
    public ImportView check(ImportId id) {
        require(ImportPermissions.IMPORT);
        return shown.views.full(steps.check(id));
    }

    @Override
    @Transactional
    public ImportView start(ImportId id) {
        require(ImportPermissions.IMPORT);
        return shown.views.full(steps.start(id));
    }

    @Override
    public ImportUndoPreview undoPreview(ImportId id) {
        require(ImportPermissions.UNDO);
        var stored = books.imports().get(id);
        steps.requireState(stored, "undo", ImportState.IMPORTED, ImportState.IMPORTING);
        return shown.previews.of(stored, shown.views.sum(stored));
    }

    @Override
    @Transactional
    public ImportView undo(ImportId id, String reason) {
        require(ImportPermissions.UNDO);
        if (reason.strip().length() < SHORTEST_REASON) {
            throw InvalidInput.of("reason", reason, "required");
        }
        return shown.views.full(steps.undo(id, reason.strip()));
    }

    @Override
    public Slice<RejectionView> rejections(ImportId id, Locale language, @Nullable String cursor, int limit) {
        require(ImportPermissions.READ);
        var run = steps.lastRun(books.imports().get(id));
        return Slice.cut(books.batches().rejections(id, run, cursor, limit + 1), limit, BatchStore.Kept::cursor, null)
                .map(kept -> RuleTexts.view(kept.rejection(), language));
    }

    @Override
    public String rejectionsName(ImportId id, Locale language, Sheets.Format format) {
        require(ImportPermissions.READ);
        return RuleTexts.fileName(books.imports().get(id).fileName(), language, format);
    }

    @Override
    @Transactional
    public void writeRejections(ImportId id, Locale language, Sheets.Format format, OutputStream out) {
        require(ImportPermissions.READ);
        var stored = books.imports().get(id);
        witness.audit().record(AuditEntry.of("intake.rejections-exported", "import", id, "format", format.name()));
        // Whole rows are for whoever may bring them in again; the others learn what is wrong.
        boolean wholeRows = witness.access().may(ImportPermissions.IMPORT);
        try {
            shown.rejected.write(
                    stored, new RejectedSheet.Wish(steps.lastRun(stored), language, format, wholeRows), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    @Transactional
    public void discard(ImportId id) {
        require(ImportPermissions.IMPORT);
        steps.discard(id);
    }

    /** An import reaches over all units, so the permission must too. */
    private void require(Permission permission) {
        if (!reachesAll(witness.access().require(permission))) {
            throw Refusal.of(new AccessRefusal.OutOfScope(permission.code(), "import"));
        }
    }

    private static boolean reachesAll(Scope scope) {
        return switch (scope) {
            case Scope.All all -> true;
            case Scope.Several(List<Scope> parts) -> parts.stream().anyMatch(StoredImports::reachesAll);
            case Scope.Units units -> false;
            case Scope.Group group -> false;
            case Scope.Own own -> false;
        };
    }
}
