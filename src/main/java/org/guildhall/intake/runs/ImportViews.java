package org.guildhall.intake.runs;

import org.guildhall.intake.EarlierImports;
import org.guildhall.intake.ImportView;
import org.guildhall.intake.Profile;
import org.guildhall.intake.Tally;
import org.guildhall.platform.JobId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows imports. */
@Component
class ImportViews {

    private final ImportStore imports;
    private final BatchStore batches;
    private final ImportFiles files;
    private final Progresses progresses;
    private final EarlierStore earlier;

    ImportViews(
            ImportStore imports, BatchStore batches, ImportFiles files, Progresses progresses, EarlierStore earlier) {
        this.imports = imports;
        this.batches = batches;
        this.files = files;
        this.progresses = progresses;
        this.earlier = earlier;
    }

    ImportView full(ImportStore.Stored stored) {
        // The job first: an import read after its job was seen to have ended carries what the job left.
        var progress = progresses.of(stored);
        return view(imports.get(stored.id()), progress, files.profile(stored.id()), earlier.of(stored));
    }

    ImportView brief(ImportStore.Stored stored) {
        return view(stored, progresses.of(stored), null, null);
    }

    /** What the import did, also while it is at work or when it was stopped half way. */
    Tally sum(ImportStore.Stored stored) {
        var report = stored.report();
        return report == null
                ? batches.tallies(stored.id(), Run.IMPORT).values().stream().reduce(Tally.NOTHING, Tally::plus)
                : report;
    }

    private ImportView view(
            ImportStore.Stored stored,
            ImportView.@Nullable Progress progress,
            @Nullable Profile profile,
            @Nullable EarlierImports before) {
        var job = stored.jobId();
        return new ImportView(
                stored.id(),
                stored.fileName(),
                stored.fileBytes(),
                stored.plan().kind(),
                stored.state(),
                stored.layout(),
                stored.plan().mapping(),
                stored.plan().settings(),
                stored.revision(),
                job == null ? null : new JobId(job),
                progress,
                stored.checked(),
                stored.report(),
                stored.actorName(),
                stored.createdAt(),
                stored.finishedAt(),
                stored.undoneAt(),
                stored.fileGoneAt(),
                profile,
                before);
    }
}
