package org.guildhall.cashback.acts;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.guildhall.access.Access;
import org.guildhall.access.ListFiles;
import org.guildhall.access.Organisation;
import org.guildhall.cashback.CashbackPermissions;
import org.guildhall.cashback.ExportRebates;
import org.guildhall.cashback.RebateView;
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

/** Writes rebates to a file that whoever asked can fetch. */
@Component
class ExportJob implements JobKind<ExportRebates> {

    static final String CODE = "cashback.export";

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
    record Source(RebateSearch search, Members members, Organisation organisation, BusinessTime time) {}

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Class<ExportRebates> params() {
        return ExportRebates.class;
    }

    @Override
    public void run(JobRun<ExportRebates> run) {
        var scope = access.require(CashbackPermissions.EXPORT);
        var asked = run.params();
        Stream.of(asked.query().member(), asked.query().buyer())
                .filter(java.util.Objects::nonNull)
                .forEach(one -> source.members.requireVisible(new MemberId(one), CashbackPermissions.EXPORT));
        var words = FileWords.of("cashback", asked.language());
        var sheet = new ListFiles.Sheet(
                "rebates-" + source.time.today(),
                asked.format(),
                words.head("rebates"),
                "cashback.exported",
                asked.reason(),
                Map.of());
        files.write(run, sheet, cursor -> {
            var page = source.search.page(asked.query().page(cursor, Slice.PAGE_LIMIT), scope);
            var numbers = source.members.numbers(page.items().stream()
                    .flatMap(row -> Stream.of(row.member(), row.buyer()))
                    .distinct()
                    .toList());
            return page.map(row -> cells(row, numbers, words));
        });
    }

    private List<@Nullable Object> cells(RebateView row, Map<MemberId, String> numbers, FileWords words) {
        return Arrays.asList(
                Sheets.written(row.occurredAt().atZone(source.time.zone())),
                row.purchaseNumber(),
                numbers.getOrDefault(row.member(), row.member().toString()),
                words.word("kind", row.kind().code()),
                row.level(),
                numbers.getOrDefault(row.buyer(), row.buyer().toString()),
                row.store() == null
                        ? null
                        : source.organisation.unit(row.store()).name(),
                row.earned().decimal(),
                row.current().decimal(),
                row.credited().decimal(),
                words.word("state", row.state().code()),
                row.settlesOn(),
                row.settledOn(),
                row.version());
    }
}
