package org.guildhall.prepaid.acts;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.guildhall.access.FileKind;
import org.guildhall.access.ListFiles;
import org.guildhall.access.Scope;
import org.guildhall.kernel.Slice;
import org.guildhall.members.MemberExport;
import org.guildhall.members.Members;
import org.guildhall.platform.FileWords;
import org.guildhall.prepaid.ExportMovements;
import org.guildhall.prepaid.MovementView;
import org.guildhall.prepaid.PrepaidPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Movements of stored value as a file. */
@Component
record MovementExport(ListFiles files, Members members, Reading reading) implements MemberExport<ExportMovements> {

    static final FileKind<ExportMovements> KIND = new FileKind<>(
            "prepaid.export", ExportMovements.class, PrepaidPermissions.EXPORT, "stored-value", "prepaid.exported");

    @Override
    public FileKind<ExportMovements> kind() {
        return KIND;
    }

    @Override
    public Lines lines(ExportMovements asked, Scope scope, FileWords words) {
        return cursor ->
                reading.list(asked.query().page(cursor, Slice.PAGE_LIMIT)).map(row -> cells(row, words));
    }

    private static List<@Nullable Object> cells(MovementView row, FileWords words) {
        return Arrays.asList(
                row.id(),
                row.member(),
                words.word("kind", row.kind()),
                row.principal(),
                row.bonus(),
                row.money(),
                row.method() == null ? null : words.word("method", row.method()),
                row.store(),
                row.occurredAt(),
                row.reason(),
                row.reference(),
                row.notices().stream()
                        .map(notice -> words.word("notice", notice))
                        .collect(Collectors.joining(" ")));
    }
}
