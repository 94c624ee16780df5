package org.guildhall.coupons.acts;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.guildhall.access.Access;
import org.guildhall.access.ListFiles;
import org.guildhall.access.Organisation;
import org.guildhall.coupons.CouponPermissions;
import org.guildhall.coupons.CouponView;
import org.guildhall.coupons.ExportCoupons;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.kernel.UnitId;
import org.guildhall.members.Members;
import org.guildhall.platform.FileWords;
import org.guildhall.platform.JobKind;
import org.guildhall.platform.JobRun;
import org.guildhall.platform.Sheets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes coupons to a file that whoever asked can fetch. */
@Component
class ExportJob implements JobKind<ExportCoupons> {

    static final String CODE = "coupons.export";

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
    record Source(CouponSearch search, Members members, Organisation organisation, BusinessTime time) {}

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Class<ExportCoupons> params() {
        return ExportCoupons.class;
    }

    @Override
    public void run(JobRun<ExportCoupons> run) {
        var scope = access.require(CouponPermissions.EXPORT);
        var asked = run.params();
        if (asked.query().member() != null) {
            source.members.requireVisible(new MemberId(asked.query().member()), CouponPermissions.EXPORT);
        }
        var words = FileWords.of("coupons", asked.language());
        var sheet = new ListFiles.Sheet(
                "coupons-" + source.time.today(),
                asked.format(),
                words.head("coupons"),
                "coupons.exported",
                asked.reason(),
                Map.of());
        files.write(run, sheet, cursor -> {
            var page = source.search.page(asked.query().page(cursor, Slice.PAGE_LIMIT), scope);
            var numbers = source.members.numbers(
                    page.items().stream().map(CouponView::member).toList());
            return page.map(row -> cells(row, numbers, words));
        });
    }

    private List<@Nullable Object> cells(CouponView row, Map<MemberId, String> numbers, FileWords words) {
        var use = row.use();
        var amount = use == null ? null : use.amount();
        return Arrays.asList(
                row.code(),
                numbers.getOrDefault(row.member(), row.member().toString()),
                row.batch().code(),
                row.batch().details().name(),
                words.word("kind", row.batch().details().benefit().code()),
                words.word("state", row.state()),
                row.firstDay(),
                row.lastDay(),
                written(row.issuedAt()),
                row.reason(),
                use == null ? null : written(use.at()),
                use == null ? null : unit(use.store()),
                amount == null ? null : amount.decimal());
    }

    private String unit(UnitId id) {
        return source.organisation.unit(id).name();
    }

    private String written(Instant instant) {
        return Sheets.written(instant.atZone(source.time.zone()));
    }
}
