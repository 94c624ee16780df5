package org.guildhall.intake.runs;

import java.io.InputStream;
import org.guildhall.access.Access;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.intake.ImportId;
import org.guildhall.intake.ImportKind;
import org.guildhall.intake.ImportState;
import org.guildhall.intake.PrepareImport;
import org.guildhall.intake.Profile;
import org.guildhall.intake.profiling.ColumnNames;
import org.guildhall.intake.profiling.Precedent;
import org.guildhall.intake.profiling.Profiling;
import org.guildhall.intake.reading.LayoutDetection;
import org.guildhall.intake.reading.Limits;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes files in: keeps them, looks at them, remembers them. A file that can't be read is not kept. */
@Component
class Uploads {

    private static final int MOST_NAME = 200;

    private final ImportFiles files;
    private final ImportStore imports;
    private final EarlierStore earlier;
    private final BusinessTime time;
    private final Access access;
    private final Audit audit;

    Uploads(
            ImportFiles files,
            ImportStore imports,
            EarlierStore earlier,
            BusinessTime time,
            Access access,
            Audit audit) {
        this.files = files;
        this.imports = imports;
        this.earlier = earlier;
        this.time = time;
        this.access = access;
        this.audit = audit;
    }

    ImportStore.Stored take(String fileName, InputStream content, @Nullable ImportKind kind) {
        var id = new ImportId(Ids.next(time.clock()));
        boolean kept = false;
        try {
            var upload = files.store(id, content);
            var name = shortened(fileName);
            var profile = profile(id, name, upload.hash(), kind);
            files.keepProfile(id, profile);
            imports.insert(stored(id, name, upload, profile));
            earlier.keepColumns(id, ColumnNames.fingerprint(profile.layout(), profile.columnNames()));
            audit.record(AuditEntry.of("intake.uploaded", "import", id, "bytes", upload.bytes()));
            kept = true;
            return imports.get(id);
        } finally {
            if (!kept) {
                files.remove(id);
            }
        }
    }

    /** What the file seems to be, with what was decided for the same content or else for the same columns before. */
    private Profile profile(ImportId id, String name, String hash, @Nullable ImportKind kind) {
        var file = files.upload(id);
        var same = plan(earlier.decidedForFile(hash), kind);
        var layout =
                same == null || same.layout() == null ? LayoutDetection.detect(file, Limits.STANDARD) : same.layout();
        var profile = Profiling.profile(file, name, layout, kind, Limits.STANDARD);
        if (same != null) {
            return Precedent.follow(profile, same, true);
        }
        var columns = ColumnNames.fingerprint(layout, profile.columnNames());
        var alike = columns == null ? null : plan(earlier.decidedForColumns(columns), kind);
        return alike == null ? profile : Precedent.follow(profile, alike, false);
    }

    private @Nullable PrepareImport plan(@Nullable ImportId id, @Nullable ImportKind kind) {
        var plan = id == null ? null : imports.get(id).plan();
        return plan == null || (kind != null && kind != plan.kind()) ? null : plan;
    }

    private ImportStore.Stored stored(ImportId id, String name, ImportFiles.Upload upload, Profile profile) {
        var actor = access.actor();
        var plan = new PrepareImport(profile.kind(), profile.layout(), profile.mapping(), profile.settings());
        return new ImportStore.Stored(
                id,
                name,
                upload.bytes(),
                upload.hash(),
                ImportState.UPLOADED,
                plan,
                1,
                null,
                null,
                null,
                actor.reference(),
                actor.name(),
                time.now(),
                null,
                null,
                null);
    }

    /** The last part of a path, in case a browser sends one. */
    private static String shortened(String fileName) {
        var name = fileName.replaceAll("^.*[/\\\\]", "").strip();
        return name.isEmpty() ? "file" : name.substring(0, Math.min(name.length(), MOST_NAME));
    }
}
