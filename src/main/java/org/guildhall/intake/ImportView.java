package org.guildhall.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.guildhall.platform.JobId;
import org.guildhall.platform.JobView;
import org.jspecify.annotations.Nullable;

/**
 * An import as shown.
 *
 * @param job the job at work on it or last, shown to whoever may see the import
 * @param checked what the last dry run of the present mapping and settings found
 * @param report what the import did
 * @param profile what the file seems to contain; only when one import is asked for, and gone with the file
 * @param earlier earlier imports of exactly this file; only when one import is asked for, and if there are any
 */
@Schema(name = "ImportView")
public record ImportView(
        ImportId id,
        String fileName,
        long fileBytes,
        ImportKind kind,
        ImportState state,
        Layout layout,
        Mapping mapping,
        ImportSettings settings,
        int revision,
        @Nullable JobId jobId,
        @Nullable Progress job,
        @Nullable Tally checked,
        @Nullable Tally report,
        String uploadedBy,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable Instant undoneAt,
        @Nullable Instant fileGoneAt,
        @Nullable Profile profile,
        @Nullable EarlierImports earlier) {

    /** How far the job is, in rows of the file. */
    @Schema(name = "ImportProgress")
    public record Progress(
            JobView.State state,
            long done,
            long total,
            @Nullable String failure) {}
}
