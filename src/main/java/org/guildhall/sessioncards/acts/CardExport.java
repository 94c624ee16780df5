package org.guildhall.sessioncards.acts;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guildhall.access.FileKind;
import org.guildhall.access.ListFiles;
import org.guildhall.access.Scope;
import org.guildhall.kernel.Slice;
import org.guildhall.members.MemberExport;
import org.guildhall.members.Members;
import org.guildhall.platform.FileWords;
import org.guildhall.sessioncards.CardView;
import org.guildhall.sessioncards.ExportCards;
import org.guildhall.sessioncards.SessionCardPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Cards as a file. */
@Component
record CardExport(ListFiles files, Members members, CardSearch search) implements MemberExport<ExportCards> {

    static final FileKind<ExportCards> KIND = new FileKind<>(
            "sessioncards.export-cards",
            ExportCards.class,
            SessionCardPermissions.EXPORT,
            "session-cards",
            "sessioncards.cards-exported");

    @Override
    public FileKind<ExportCards> kind() {
        return KIND;
    }

    @Override
    public Stream<UUID> about(ExportCards asked) {
        return Stream.ofNullable(asked.query().member());
    }

    @Override
    public Lines lines(ExportCards asked, Scope scope, FileWords words) {
        return cursor ->
                search.page(asked.query().page(cursor, Slice.PAGE_LIMIT), scope).map(row -> cells(row, words));
    }

    private static String left(CardView.Share share, FileWords words) {
        return share.sessions() == null ? words.word("left", "unlimited") : share.left() + "/" + share.sessions();
    }

    private static List<@Nullable Object> cells(CardView row, FileWords words) {
        return Arrays.asList(
                row.soldAt(),
                row.member(),
                row.name(),
                words.word("state", row.state().code()),
                row.store(),
                row.price(),
                words.word("method", row.method().code()),
                row.shares().stream()
                        .map(share -> share.name() + " " + left(share, words))
                        .collect(Collectors.joining("; ")),
                row.shares().stream().mapToInt(CardView.Share::held).sum(),
                row.lastDay() == null ? null : row.lastDay().toString(),
                row.owed());
    }
}
