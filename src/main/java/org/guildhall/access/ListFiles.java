package org.guildhall.access;

import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.platform.FileWords;
import org.guildhall.platform.JobRun;
import org.guildhall.platform.JobView;
import org.guildhall.platform.Jobs;
import org.springframework.stereotype.Component;

/**
 * Takes lists out as files within background jobs: page by page, with their progress, until they are asked to stop. A file can
 * be fetched only when it is whole, and then the audit log remembers who took it out and why.
 */
@Component
public final class ListFiles {

    private static final int LONGEST_REASON = 300;

    private final Access access;
    private final Jobs jobs;
    private final SheetWriting writing;
    private final FileCells cells;
    private final BusinessTime time;

    ListFiles(Access access, Jobs jobs, SheetWriting writing, FileCells cells, BusinessTime time) {
        this.access = access;
        this.jobs = jobs;
        this.writing = writing;
        this.cells = cells;
        this.time = time;
    }

    /**
     * Starts the job that writes such a file for the actor; its result names the file to fetch. Refused to whom the kind's
     * permission is missing, and without a reason of at most {@value #LONGEST_REASON} characters.
     */
    public <A extends FileRequest> JobView start(FileKind<A> kind, A asked) {
        access.require(kind.permission());
        if (asked.reason().isBlank() || asked.reason().length() > LONGEST_REASON) {
            throw InvalidInput.of("reason", asked.reason(), "required");
        }
        return jobs.get(jobs.start(kind.code(), asked, access.actor(), null));
    }

    /** Writes the file as far as the permission reaches by now. */
    <A extends FileRequest> void write(JobRun<A> run, FileExport<A> export) {
        var kind = export.kind();
        var scope = access.require(kind.permission());
        var asked = run.params();
        var words = FileWords.of(kind.module(), asked.language());
        export.check(asked);
        var lines = export.lines(asked, scope, words);
        var sheet = new SheetWriting.Sheet(
                export.name(asked, time.today()), export.head(asked, words), kind.act(), asked, export.facts(asked));
        writing.write(run, sheet, cursor -> cells.written(lines.page(cursor), export));
    }
}
