package org.guildhall.benefits.acts;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.guildhall.access.Access;
import org.guildhall.access.ListFiles;
import org.guildhall.access.Organisation;
import org.guildhall.benefits.BenefitPermissions;
import org.guildhall.benefits.ExportUses;
import org.guildhall.benefits.UseView;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.members.Members;
import org.guildhall.platform.FileWords;
import org.guildhall.platform.JobKind;
import org.guildhall.platform.JobRun;
import org.guildhall.platform.Sheets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes uses to a file that whoever asked can fetch. */
@Component
class ExportJob implements JobKind<ExportUses> {

    static final String CODE = "benefits.export";

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
    record Source(UseSearch search, Members members, Organisation organisation, BusinessTime time) {}

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Class<ExportUses> params() {
        return ExportUses.class;
    }

    @Override
    public void run(JobRun<ExportUses> run) {
        var scope = access.require(BenefitPermissions.EXPORT);
        var asked = run.params();
        if (asked.query().member() != null) {
            source.members.requireVisible(new MemberId(asked.query().member()), BenefitPermissions.EXPORT);
        }
        var words = FileWords.of("benefits", asked.language());
        var sheet = new ListFiles.Sheet(
                "benefit-uses-" + source.time.today(),
                asked.format(),
                words.head("uses"),
                "benefits.exported",
                asked.reason(),
                Map.of());
        files.write(run, sheet, cursor -> {
            var page = source.search.page(asked.query().page(cursor, Slice.PAGE_LIMIT), scope);
            var numbers = source.members.numbers(
                    page.items().stream().map(UseView::member).toList());
            return page.map(row -> cells(row, numbers, words));
        });
    }

    private List<@Nullable Object> cells(UseView row, Map<MemberId, String> numbers, FileWords words) {
        var applied = row.appliedTo();
        var back = row.takenBack();
        return Arrays.asList(
                written(row.occurredAt()),
                numbers.getOrDefault(row.member(), row.member().toString()),
                row.benefit(),
                row.name(),
                words.word("kind", row.kind().code()),
                words.word("ground", row.by().code()),
                row.tier(),
                source.organisation.unit(row.store()).name(),
                row.heads(),
                applied == null ? null : applied.decimal(),
                row.cost().decimal(),
                row.version(),
                back == null ? null : written(back.at()),
                back == null ? null : back.reason());
    }

    private String written(Instant instant) {
        return Sheets.written(instant.atZone(source.time.zone()));
    }
}
