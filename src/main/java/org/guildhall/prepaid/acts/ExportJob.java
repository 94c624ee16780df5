package org.guildhall.prepaid.acts;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.guildhall.access.Access;
import org.guildhall.access.ListFiles;
import org.guildhall.access.Organisation;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.kernel.UnitId;
import org.guildhall.members.Members;
import org.guildhall.platform.FileWords;
import org.guildhall.platform.JobKind;
import org.guildhall.platform.JobRun;
import org.guildhall.platform.Sheets;
import org.guildhall.prepaid.ExportMovements;
import org.guildhall.prepaid.MovementView;
import org.guildhall.prepaid.PrepaidPermissions;
import org.guildhall.prepaid.StoredValue;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Writes movements as a file, as far as the actor's reach goes, in words that people read. */
@Component
class ExportJob implements JobKind<ExportMovements> {

    static final String CODE = "prepaid.export";

    private final Access access;
    private final Source source;
    private final ListFiles files;

    ExportJob(Access access, Source source, ListFiles files) {
        this.access = access;
        this.source = source;
        this.files = files;
    }

    /** Where the lines come from; stored value starts this job, so they are asked for late. */
    @Component
    record Source(
            ObjectProvider<StoredValue> storedValue, Members members, Organisation organisation, BusinessTime time) {}

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Class<ExportMovements> params() {
        return ExportMovements.class;
    }

    @Override
    public void run(JobRun<ExportMovements> run) {
        access.require(PrepaidPermissions.EXPORT);
        var asked = run.params();
        var words = FileWords.of("prepaid", asked.language());
        var sheet = new ListFiles.Sheet(
                "stored-value-" + source.time.today(),
                asked.format(),
                words.head("movements"),
                "prepaid.exported",
                asked.reason(),
                Map.of());
        files.write(run, sheet, cursor -> page(asked, words, cursor));
    }

    private Slice<List<@Nullable Object>> page(ExportMovements asked, FileWords words, @Nullable String cursor) {
        var page = source.storedValue.getObject().list(asked.query().page(cursor, Slice.PAGE_LIMIT));
        var numbers = source.members.numbers(
                page.items().stream().map(MovementView::member).toList());
        return page.map(row -> cells(row, numbers, words));
    }

    private List<@Nullable Object> cells(MovementView row, Map<MemberId, String> numbers, FileWords words) {
        return Arrays.asList(
                row.id(),
                numbers.getOrDefault(row.member(), row.member().toString()),
                words.word("kind", row.kind()),
                row.principal().decimal(),
                row.bonus().decimal(),
                row.money().decimal(),
                row.method() == null ? null : words.word("method", row.method()),
                unit(row.store()),
                Sheets.written(row.occurredAt().atZone(source.time.zone())),
                row.reason(),
                row.reference(),
                row.notices().stream()
                        .map(notice -> words.word("notice", notice))
                        .collect(Collectors.joining(" ")));
    }

    private @Nullable String unit(@Nullable UnitId id) {
        return id == null ? null : source.organisation.unit(id).name();
    }
}
