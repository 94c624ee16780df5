package org.guildhall.lottery.drawing;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.guildhall.access.Access;
import org.guildhall.access.ListFiles;
import org.guildhall.access.Organisation;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.lottery.DrawView;
import org.guildhall.lottery.ExportDraws;
import org.guildhall.lottery.LotteryPermissions;
import org.guildhall.members.Members;
import org.guildhall.platform.FileWords;
import org.guildhall.platform.JobKind;
import org.guildhall.platform.JobRun;
import org.guildhall.platform.Sheets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes draws to a file that whoever asked can fetch. */
@Component
class ExportJob implements JobKind<ExportDraws> {

    static final String CODE = "lottery.export";

    private final Access access;
    private final Source source;
    private final ListFiles files;

    ExportJob(Access access, Source source, ListFiles files) {
        this.access = access;
        this.source = source;
        this.files = files;
    }

    /** Where the lines come from. */
    @Component
    record Source(DrawSearch search, Members members, Organisation organisation, BusinessTime time) {}

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Class<ExportDraws> params() {
        return ExportDraws.class;
    }

    @Override
    public void run(JobRun<ExportDraws> run) {
        var scope = access.require(LotteryPermissions.EXPORT);
        var asked = run.params();
        if (asked.query().member() != null) {
            source.members.requireVisible(new MemberId(asked.query().member()), LotteryPermissions.EXPORT);
        }
        var words = FileWords.of("lottery", asked.language());
        var sheet = new ListFiles.Sheet(
                "lottery-draws-" + source.time.today(),
                asked.format(),
                words.head("draws"),
                "lottery.exported",
                asked.reason(),
                Map.of());
        files.write(run, sheet, cursor -> {
            var page = source.search.page(asked.query().page(cursor, Slice.PAGE_LIMIT), scope);
            var numbers = source.members.numbers(
                    page.items().stream().map(DrawView::member).toList());
            return page.map(row -> cells(row, numbers, words));
        });
    }

    private List<@Nullable Object> cells(DrawView row, Map<MemberId, String> numbers, FileWords words) {
        var store = row.store();
        var ending = row.ending();
        return Arrays.asList(
                row.lottery().code(),
                row.lottery().name(),
                numbers.getOrDefault(row.member(), row.member().toString()),
                row.participant(),
                row.number(),
                row.ticket(),
                row.drawn().name(),
                row.given().name(),
                words.word("award", row.given().award().code()),
                row.given().worth().decimal(),
                row.points(),
                words.word("state", row.state()),
                store == null ? null : source.organisation.unit(store).name(),
                written(row.drawnAt()),
                ending == null ? null : written(ending.at()));
    }

    private String written(Instant instant) {
        return Sheets.written(instant.atZone(source.time.zone()));
    }
}
