package org.guildhall.prepaid.acts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.guildhall.access.Access;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.Organisation;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Slice;
import org.guildhall.kernel.UnitId;
import org.guildhall.platform.DownloadId;
import org.guildhall.platform.Downloads;
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
import org.springframework.transaction.support.TransactionTemplate;

/** Writes movements as a file, page by page, as far as the actor's reach goes; remembered in the audit log. */
@Component
class ExportJob implements JobKind<ExportMovements> {

    static final String CODE = "prepaid.export";

    private static final String SOURCE_LANGUAGE = "zh-CN";
    private static final Map<String, List<String>> HEADS = Map.of(
            SOURCE_LANGUAGE,
            List.of("流水", "会员", "类型", "本金", "赠金", "收付款", "方式", "门店", "时间", "原因", "单号", "提示"),
            "zh-TW",
            List.of("流水", "會員", "類型", "本金", "贈金", "收付款", "方式", "門市", "時間", "原因", "單號", "提示"),
            "en",
            List.of(
                    "Movement",
                    "Member",
                    "Kind",
                    "Principal",
                    "Bonus",
                    "Money",
                    "Method",
                    "Store",
                    "Time",
                    "Reason",
                    "Reference",
                    "Notices"));

    private final Access access;
    private final Audit audit;
    private final Source source;
    private final Downloads downloads;
    private final TransactionTemplate transaction;

    ExportJob(Access access, Audit audit, Source source, Downloads downloads, TransactionTemplate transaction) {
        this.access = access;
        this.audit = audit;
        this.source = source;
        this.downloads = downloads;
        this.transaction = transaction;
    }

    /** Where the lines come from; stored value starts this job, so they are asked for late. */
    @Component
    record Source(ObjectProvider<StoredValue> storedValue, Organisation organisation, BusinessTime time) {}

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
        var written = new AtomicReference<>(new Written(0, false));
        var name = "stored-value-" + source.time.today() + asked.format().suffix();
        var file = downloads.store(name, asked.format().mediaType(), run.by(), out -> {
            Sheets.write(asked.format(), out, head(asked), sheet -> written.set(write(run, sheet)));
            return written.get().whole;
        });
        file.ifPresent(id -> note(run, id, name, written.get().rows));
    }

    /** How many lines were written, and whether those are all. */
    private record Written(long rows, boolean whole) {}

    private void note(JobRun<ExportMovements> run, DownloadId file, String name, long rows) {
        var asked = run.params();
        transaction.executeWithoutResult(status -> audit.record(AuditEntry.of(
                "prepaid.exported",
                "download",
                file,
                "rows",
                rows,
                "format",
                asked.format(),
                "reason",
                asked.reason())));
        run.result(Map.of("download", file.toString(), "fileName", name, "rows", rows));
    }

    private static List<String> head(ExportMovements asked) {
        var language = asked.language() == null ? SOURCE_LANGUAGE : asked.language();
        return HEADS.getOrDefault(language, HEADS.getOrDefault(SOURCE_LANGUAGE, List.of()));
    }

    private Written write(JobRun<ExportMovements> run, Consumer<List<@Nullable Object>> sheet) {
        long written = 0;
        String cursor = null;
        do {
            var query = run.params().query().page(cursor, Slice.PAGE_LIMIT);
            var page = source.storedValue.getObject().list(query);
            for (var row : page.items()) {
                sheet.accept(cells(row));
                written++;
            }
            cursor = page.next();
            long total = page.total() == null ? written : page.total().value();
            run.checkpoint("", written, Math.max(total, written));
        } while (cursor != null && !run.cancelled());
        return new Written(written, cursor == null);
    }

    private List<@Nullable Object> cells(MovementView row) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(row.id());
        cells.add(row.member());
        cells.add(row.kind().code());
        cells.add(row.principal().decimal());
        cells.add(row.bonus().decimal());
        cells.add(row.money().decimal());
        cells.add(row.method() == null ? null : row.method().code());
        cells.add(unit(row.store()));
        cells.add(row.occurredAt());
        cells.add(row.reason());
        cells.add(row.reference());
        cells.add(String.join(" ", row.notices()));
        return cells;
    }

    private @Nullable String unit(@Nullable UnitId id) {
        return id == null ? null : source.organisation.unit(id).name();
    }
}
