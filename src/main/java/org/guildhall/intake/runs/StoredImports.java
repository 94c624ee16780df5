package org.guildhall.intake.runs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.guildhall.access.Access;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.Permission;
import org.guildhall.access.Scope;
import org.guildhall.intake.ImportId;
import org.guildhall.intake.ImportKind;
import org.guildhall.intake.ImportPermissions;
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

    private final Access access;
    private final Audit audit;
    private final ImportStore imports;
    private final BatchStore batches;
    private final Steps steps;
    private final ImportViews views;
    private final Uploads uploads;
    private final UndoPreviews previews;

    StoredImports(
            Access access,
            Audit audit,
            ImportStore imports,
            BatchStore batches,
            Steps steps,
            ImportViews views,
            Uploads uploads,
            UndoPreviews previews) {
        this.access = access;
        this.audit = audit;
        this.imports = imports;
        this.batches = batches;
        this.steps = steps;
        this.views = views;
        this.uploads = uploads;
        this.previews = previews;
    }

    @Override
    @Transactional
    public ImportView upload(String fileName, InputStream content, @Nullable ImportKind kind) {
        require(ImportPermissions.IMPORT);
        return views.full(uploads.take(fileName, content, kind));
    }

    @Override
    public ImportView get(ImportId id) {
        require(ImportPermissions.READ);
        return views.full(imports.get(id));
    }

    @Override
    public Slice<ImportView> list(@Nullable String cursor, int limit) {
        require(ImportPermissions.READ);
        return Slice.cut(
                        imports.list(cursor, limit + 1),
                        limit,
                        last -> Cursors.encode(last.createdAt(), last.id()),
                        null)
                .map(views::brief);
    }

    @Override
    @Transactional
    public ImportView prepare(ImportId id, PrepareImport command) {
        require(ImportPermissions.IMPORT);
        return views.full(steps.prepare(id, command));
    }

    @Override
    @Transactional
    public ImportView check(ImportId id) {
        require(ImportPermissions.IMPORT);
        return views.full(steps.check(id));
    }

    @Override
    @Transactional
    public ImportView start(ImportId id) {
        require(ImportPermissions.IMPORT);
        return views.full(steps.start(id));
    }

    @Override
    public ImportUndoPreview undoPreview(ImportId id) {
        require(ImportPermissions.UNDO);
        var stored = imports.get(id);
        steps.requireState(stored, "undo", ImportState.IMPORTED, ImportState.IMPORTING);
        return previews.of(stored, views.sum(stored));
    }

    @Override
    @Transactional
    public ImportView undo(ImportId id, String reason) {
        require(ImportPermissions.UNDO);
        if (reason.strip().length() < SHORTEST_REASON) {
            throw InvalidInput.of("reason", reason, "required");
        }
        return views.full(steps.undo(id, reason.strip()));
    }

    @Override
    public Slice<RejectionView> rejections(ImportId id, Locale language, @Nullable String cursor, int limit) {
        require(ImportPermissions.READ);
        var run = steps.lastRun(imports.get(id));
        return Slice.cut(batches.rejections(id, run, cursor, limit + 1), limit, BatchStore.Kept::cursor, null)
                .map(kept -> RuleTexts.view(kept.rejection(), language));
    }

    @Override
    @Transactional
    public void writeRejections(ImportId id, Locale language, Sheets.Format format, OutputStream out) {
        require(ImportPermissions.READ);
        var run = steps.lastRun(imports.get(id));
        audit.record(AuditEntry.of("intake.rejections-exported", "import", id, "format", format.name()));
        try {
            Sheets.write(
                    format,
                    out,
                    RuleTexts.head(language),
                    sheet -> batches.eachRejection(
                            id, run, rejection -> sheet.accept(RuleTexts.row(rejection, language))));
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
        if (!reachesAll(access.require(permission))) {
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
