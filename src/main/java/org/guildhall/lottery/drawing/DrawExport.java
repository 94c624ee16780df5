package org.guildhall.lottery.drawing;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.guildhall.access.FileKind;
import org.guildhall.access.ListFiles;
import org.guildhall.access.Scope;
import org.guildhall.kernel.Slice;
import org.guildhall.lottery.DrawView;
import org.guildhall.lottery.ExportDraws;
import org.guildhall.lottery.LotteryPermissions;
import org.guildhall.members.MemberExport;
import org.guildhall.members.Members;
import org.guildhall.platform.FileWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws as a file. */
@Component
record DrawExport(ListFiles files, Members members, DrawSearch search) implements MemberExport<ExportDraws> {

    static final FileKind<ExportDraws> KIND = new FileKind<>(
            "lottery.export", ExportDraws.class, LotteryPermissions.EXPORT, "lottery-draws", "lottery.exported");

    @Override
    public FileKind<ExportDraws> kind() {
        return KIND;
    }

    @Override
    public Stream<UUID> about(ExportDraws asked) {
        return Stream.ofNullable(asked.query().member());
    }

    @Override
    public Lines lines(ExportDraws asked, Scope scope, FileWords words) {
        return cursor ->
                search.page(asked.query().page(cursor, Slice.PAGE_LIMIT), scope).map(row -> cells(row, words));
    }

    private static List<@Nullable Object> cells(DrawView row, FileWords words) {
        var ending = row.ending();
        return Arrays.asList(
                row.lottery().code(),
                row.lottery().name(),
                row.member(),
                row.participant(),
                row.number(),
                row.ticket(),
                row.drawn().name(),
                row.given().name(),
                words.word("award", row.given().award().code()),
                row.given().worth(),
                row.points(),
                words.word("state", row.state()),
                row.store(),
                row.drawnAt(),
                ending == null ? null : ending.at());
    }
}
