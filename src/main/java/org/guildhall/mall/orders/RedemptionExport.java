package org.guildhall.mall.orders;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guildhall.access.FileKind;
import org.guildhall.access.ListFiles;
import org.guildhall.access.Scope;
import org.guildhall.kernel.Slice;
import org.guildhall.mall.ExportRedemptions;
import org.guildhall.mall.MallPermissions;
import org.guildhall.mall.RedemptionView;
import org.guildhall.members.MemberExport;
import org.guildhall.members.Members;
import org.guildhall.platform.FileWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Redemptions as a file. */
@Component
record RedemptionExport(ListFiles files, Members members, RedemptionSearch search)
        implements MemberExport<ExportRedemptions> {

    static final FileKind<ExportRedemptions> KIND = new FileKind<>(
            "mall.export", ExportRedemptions.class, MallPermissions.EXPORT, "redemptions", "mall.exported");

    @Override
    public FileKind<ExportRedemptions> kind() {
        return KIND;
    }

    @Override
    public Stream<UUID> about(ExportRedemptions asked) {
        return Stream.ofNullable(asked.query().member());
    }

    @Override
    public Lines lines(ExportRedemptions asked, Scope scope, FileWords words) {
        return cursor ->
                search.page(asked.query().page(cursor, Slice.PAGE_LIMIT), scope).map(row -> cells(row, words));
    }

    private static List<@Nullable Object> cells(RedemptionView row, FileWords words) {
        var reward = row.reward();
        return Arrays.asList(
                row.id(),
                row.member(),
                reward.code(),
                words.choose(reward.name(), reward.nameTw(), reward.nameEn()),
                row.quantity(),
                row.points(),
                row.cash(),
                row.payments().stream()
                        .filter(payment -> payment.amount().minor() > 0)
                        .map(payment -> words.word("method", payment.method().code()))
                        .distinct()
                        .collect(Collectors.joining("; ")),
                words.word("state", row.state()),
                row.closedStore() == null ? row.store() : row.closedStore(),
                row.placedAt(),
                row.pickUpBy(),
                row.closedAt(),
                row.returnedAt());
    }
}
