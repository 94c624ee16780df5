package org.guildhall.cashback.acts;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.guildhall.access.FileKind;
import org.guildhall.access.ListFiles;
import org.guildhall.access.Scope;
import org.guildhall.cashback.CashbackPermissions;
import org.guildhall.cashback.ExportRebates;
import org.guildhall.cashback.RebateView;
import org.guildhall.kernel.Slice;
import org.guildhall.members.MemberExport;
import org.guildhall.members.Members;
import org.guildhall.platform.FileWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rebates as a file. */
@Component
record RebateExport(ListFiles files, Members members, RebateSearch search) implements MemberExport<ExportRebates> {

    static final FileKind<ExportRebates> KIND = new FileKind<>(
            "cashback.export", ExportRebates.class, CashbackPermissions.EXPORT, "rebates", "cashback.exported");

    @Override
    public FileKind<ExportRebates> kind() {
        return KIND;
    }

    @Override
    public Stream<UUID> about(ExportRebates asked) {
        return Stream.of(asked.query().member(), asked.query().buyer()).filter(Objects::nonNull);
    }

    @Override
    public Lines lines(ExportRebates asked, Scope scope, FileWords words) {
        return cursor ->
                search.page(asked.query().page(cursor, Slice.PAGE_LIMIT), scope).map(row -> cells(row, words));
    }

    private static List<@Nullable Object> cells(RebateView row, FileWords words) {
        return Arrays.asList(
                row.occurredAt(),
                row.purchaseNumber(),
                row.member(),
                words.word("kind", row.kind().code()),
                row.level(),
                row.buyer(),
                row.store(),
                row.earned(),
                row.current(),
                row.credited(),
                words.word("state", row.state().code()),
                row.settlesOn(),
                row.settledOn(),
                row.version());
    }
}
