package org.guildhall.adjustments.history;

import java.util.Arrays;
import java.util.List;
import org.guildhall.access.FileKind;
import org.guildhall.access.ListFiles;
import org.guildhall.access.Scope;
import org.guildhall.adjustments.AdjustmentPermissions;
import org.guildhall.adjustments.ByHandView;
import org.guildhall.adjustments.ChangesByHand;
import org.guildhall.adjustments.ExportByHand;
import org.guildhall.kernel.Slice;
import org.guildhall.members.MemberExport;
import org.guildhall.members.Members;
import org.guildhall.platform.FileWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes by hand as a file. */
@Component
record HistoryExport(ListFiles files, Members members, ChangesByHand changes) implements MemberExport<ExportByHand> {

    static final FileKind<ExportByHand> KIND = new FileKind<>(
            "adjustments.export",
            ExportByHand.class,
            AdjustmentPermissions.EXPORT,
            "changes-by-hand",
            "adjustments.exported");

    @Override
    public FileKind<ExportByHand> kind() {
        return KIND;
    }

    @Override
    public Lines lines(ExportByHand asked, Scope scope, FileWords words) {
        return cursor ->
                changes.list(asked.query().page(cursor, Slice.PAGE_LIMIT)).map(row -> cells(row, words));
    }

    private static List<@Nullable Object> cells(ByHandView row, FileWords words) {
        var expiresOn = row.expiresOn();
        return Arrays.asList(
                row.id(),
                row.at(),
                row.member(),
                words.word("kind", row.kind()),
                words.word("asset", row.asset().code()),
                row.amount(),
                expiresOn == null ? null : expiresOn.minusDays(1).toString(),
                row.reason(),
                row.actorName(),
                words.word("reversed", Boolean.toString(row.reversed())));
    }
}
