package org.guildhall.mall.orders;

import java.util.List;
import java.util.Map;
import org.guildhall.access.Access;
import org.guildhall.access.ListFiles;
import org.guildhall.access.Scope;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.mall.ExportRedemptions;
import org.guildhall.mall.MallPermissions;
import org.guildhall.members.Members;
import org.guildhall.platform.JobKind;
import org.guildhall.platform.JobRun;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes redemptions as a file, as far as the actor's reach goes. */
@Component
class ExportJob implements JobKind<ExportRedemptions> {

    static final String CODE = "mall.export";

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
    record Source(RedemptionSearch search, Members members, ExportLines lines, BusinessTime time) {

        Slice<List<@Nullable Object>> page(ExportRedemptions asked, Scope scope, @Nullable String cursor) {
            var page = search.page(asked.query().page(cursor, Slice.PAGE_LIMIT), scope);
            return new Slice<>(lines.of(page.items(), asked.language()), page.next(), page.total());
        }
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Class<ExportRedemptions> params() {
        return ExportRedemptions.class;
    }

    @Override
    public void run(JobRun<ExportRedemptions> run) {
        var scope = access.require(MallPermissions.EXPORT);
        var asked = run.params();
        if (asked.query().member() != null) {
            source.members.requireVisible(new MemberId(asked.query().member()), MallPermissions.EXPORT);
        }
        var sheet = new ListFiles.Sheet(
                "redemptions-" + source.time.today(),
                asked.format(),
                ExportLines.head(asked.language()),
                "mall.exported",
                asked.reason(),
                Map.of());
        files.write(run, sheet, cursor -> source.page(asked, scope, cursor));
    }
}
