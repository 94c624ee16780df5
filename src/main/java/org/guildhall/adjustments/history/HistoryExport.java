package org.guildhall.adjustments.history;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.guildhall.access.Access;
import org.guildhall.access.ListFiles;
import org.guildhall.adjustments.AdjustmentPermissions;
import org.guildhall.adjustments.ByHandView;
import org.guildhall.adjustments.ChangesByHand;
import org.guildhall.adjustments.ExportByHand;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.members.Members;
import org.guildhall.platform.FileWords;
import org.guildhall.platform.JobKind;
import org.guildhall.platform.JobRun;
import org.guildhall.platform.Sheets;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Writes changes by hand as a file, as far as the actor's reach goes, in words that people read. */
@Component
class HistoryExport implements JobKind<ExportByHand> {

    static final String CODE = "adjustments.export";

    private final Access access;
    private final Source source;
    private final ListFiles files;

    HistoryExport(Access access, Source source, ListFiles files) {
        this.access = access;
        this.source = source;
        this.files = files;
    }

    /** Where the lines come from; the list starts this job, so it is asked for late. */
    @Component
    record Source(ObjectProvider<ChangesByHand> changes, Members members, BusinessTime time) {}

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Class<ExportByHand> params() {
        return ExportByHand.class;
    }

    @Override
    public void run(JobRun<ExportByHand> run) {
        access.require(AdjustmentPermissions.EXPORT);
        var asked = run.params();
        var words = FileWords.of("adjustments", asked.language());
        var sheet = new ListFiles.Sheet(
                "changes-by-hand-" + source.time.today(),
                asked.format(),
                words.head("by-hand"),
                "adjustments.exported",
                asked.reason(),
                Map.of());
        files.write(run, sheet, cursor -> page(asked, words, cursor));
    }

    private Slice<List<@Nullable Object>> page(ExportByHand asked, FileWords words, @Nullable String cursor) {
        var page = source.changes.getObject().list(asked.query().page(cursor, Slice.PAGE_LIMIT));
        var numbers = source.members.numbers(
                page.items().stream().map(ByHandView::member).distinct().toList());
        return page.map(row -> cells(row, numbers, words));
    }

    private List<@Nullable Object> cells(ByHandView row, Map<MemberId, String> numbers, FileWords words) {
        var expiresOn = row.expiresOn();
        return Arrays.asList(
                row.id(),
                Sheets.written(row.at().atZone(source.time.zone())),
                numbers.getOrDefault(row.member(), row.member().toString()),
                words.word("kind", row.kind()),
                words.word("asset", row.asset().code()),
                row.amount(),
                expiresOn == null ? null : expiresOn.minusDays(1).toString(),
                row.reason(),
                row.actorName(),
                words.word("reversed", Boolean.toString(row.reversed())));
    }
}
