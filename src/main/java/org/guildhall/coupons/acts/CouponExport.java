package org.guildhall.coupons.acts;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.guildhall.access.FileKind;
import org.guildhall.access.ListFiles;
import org.guildhall.access.Scope;
import org.guildhall.coupons.CouponPermissions;
import org.guildhall.coupons.CouponView;
import org.guildhall.coupons.ExportCoupons;
import org.guildhall.kernel.Slice;
import org.guildhall.members.MemberExport;
import org.guildhall.members.Members;
import org.guildhall.platform.FileWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Coupons as a file. */
@Component
record CouponExport(ListFiles files, Members members, CouponSearch search) implements MemberExport<ExportCoupons> {

    static final FileKind<ExportCoupons> KIND = new FileKind<>(
            "coupons.export", ExportCoupons.class, CouponPermissions.EXPORT, "coupons", "coupons.exported");

    @Override
    public FileKind<ExportCoupons> kind() {
        return KIND;
    }

    @Override
    public Stream<UUID> about(ExportCoupons asked) {
        return Stream.ofNullable(asked.query().member());
    }

    @Override
    public Lines lines(ExportCoupons asked, Scope scope, FileWords words) {
        return cursor ->
                search.page(asked.query().page(cursor, Slice.PAGE_LIMIT), scope).map(row -> cells(row, words));
    }

    private static List<@Nullable Object> cells(CouponView row, FileWords words) {
        var use = row.use();
        return Arrays.asList(
                row.code(),
                row.member(),
                row.batch().code(),
                row.batch().details().name(),
                words.word("kind", row.batch().details().benefit().code()),
                words.word("state", row.state()),
                row.firstDay(),
                row.lastDay(),
                row.issuedAt(),
                row.reason(),
                use == null ? null : use.at(),
                use == null ? null : use.store(),
                use == null ? null : use.amount());
    }
}
