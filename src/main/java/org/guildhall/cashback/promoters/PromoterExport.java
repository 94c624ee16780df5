package org.guildhall.cashback.promoters;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.guildhall.access.FileKind;
import org.guildhall.access.ListFiles;
import org.guildhall.access.Scope;
import org.guildhall.cashback.CashbackPermissions;
import org.guildhall.cashback.ExportPromoters;
import org.guildhall.cashback.PromoterView;
import org.guildhall.kernel.Slice;
import org.guildhall.members.MemberExport;
import org.guildhall.members.Members;
import org.guildhall.platform.FileWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Promoters as a file. */
@Component
record PromoterExport(ListFiles files, Members members, PromoterSearch search, Surroundings surroundings)
        implements MemberExport<ExportPromoters> {

    static final FileKind<ExportPromoters> KIND = new FileKind<>(
            "cashback.export-promoters",
            ExportPromoters.class,
            CashbackPermissions.EXPORT,
            "promoters",
            "cashback.promoters-exported");

    @Override
    public FileKind<ExportPromoters> kind() {
        return KIND;
    }

    @Override
    public Stream<UUID> about(ExportPromoters asked) {
        return Stream.of(asked.query().member()).filter(Objects::nonNull);
    }

    @Override
    public Lines lines(ExportPromoters asked, Scope scope, FileWords words) {
        var currency = surroundings.currency();
        return cursor -> search.promoters(asked.query().page(cursor, Slice.PAGE_LIMIT), scope, currency)
                .map(row -> cells(row, words));
    }

    private static List<@Nullable Object> cells(PromoterView row, FileWords words) {
        var ended = row.ended();
        return Arrays.asList(
                row.member(),
                row.since(),
                row.version(),
                row.customers(),
                row.pending(),
                row.credited(),
                row.paidOut(),
                row.owed(),
                words.word("promoter", ended == null ? "active" : "ended"),
                ended == null ? null : ended.at(),
                ended == null ? null : ended.reason());
    }
}
