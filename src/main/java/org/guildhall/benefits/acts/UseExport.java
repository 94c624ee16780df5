package org.guildhall.benefits.acts;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.guildhall.access.FileKind;
import org.guildhall.access.ListFiles;
import org.guildhall.access.Scope;
import org.guildhall.benefits.BenefitPermissions;
import org.guildhall.benefits.ExportUses;
import org.guildhall.benefits.UseView;
import org.guildhall.kernel.Slice;
import org.guildhall.members.MemberExport;
import org.guildhall.members.Members;
import org.guildhall.platform.FileWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Uses as a file. */
@Component
record UseExport(ListFiles files, Members members, UseSearch search) implements MemberExport<ExportUses> {

    static final FileKind<ExportUses> KIND = new FileKind<>(
            "benefits.export", ExportUses.class, BenefitPermissions.EXPORT, "benefit-uses", "benefits.exported");

    @Override
    public FileKind<ExportUses> kind() {
        return KIND;
    }

    @Override
    public Stream<UUID> about(ExportUses asked) {
        return Stream.ofNullable(asked.query().member());
    }

    @Override
    public Lines lines(ExportUses asked, Scope scope, FileWords words) {
        return cursor ->
                search.page(asked.query().page(cursor, Slice.PAGE_LIMIT), scope).map(row -> cells(row, words));
    }

    private static List<@Nullable Object> cells(UseView row, FileWords words) {
        var back = row.takenBack();
        return Arrays.asList(
                row.occurredAt(),
                row.member(),
                row.benefit(),
                row.name(),
                words.word("kind", row.kind().code()),
                words.word("ground", row.by().code()),
                row.tier(),
                row.store(),
                row.heads(),
                row.appliedTo(),
                row.cost(),
                row.version(),
                back == null ? null : back.at(),
                back == null ? null : back.reason());
    }
}
