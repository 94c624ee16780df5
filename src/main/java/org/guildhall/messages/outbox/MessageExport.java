package org.guildhall.messages.outbox;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guildhall.access.FileExport;
import org.guildhall.access.FileKind;
import org.guildhall.access.ListFiles;
import org.guildhall.access.Scope;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.messages.ExportMessages;
import org.guildhall.messages.MessagePermissions;
import org.guildhall.messages.MessageView;
import org.guildhall.messages.Outbox;
import org.guildhall.platform.FileWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Messages and their fates as a file. */
@Component
record MessageExport(ListFiles files, Outbox outbox, Showing showing) implements FileExport<ExportMessages> {

    static final FileKind<ExportMessages> KIND = new FileKind<>(
            "messages.export", ExportMessages.class, MessagePermissions.EXPORT, "messages", "messages.exported");

    @Override
    public FileKind<ExportMessages> kind() {
        return KIND;
    }

    @Override
    public Map<MemberId, String> numbers(Set<MemberId> members) {
        return showing.numbers(members);
    }

    @Override
    public Lines lines(ExportMessages asked, Scope scope, FileWords words) {
        return cursor ->
                outbox.list(asked.query().page(cursor, Slice.PAGE_LIMIT)).map(row -> cells(row, words));
    }

    private static List<@Nullable Object> cells(MessageView row, FileWords words) {
        return Arrays.asList(
                row.id(),
                row.member(),
                words.word("reason", row.reason()),
                row.period(),
                row.template() + " v" + row.version(),
                words.word("channel", row.channel()),
                words.word("purpose", row.purpose()),
                words.word("state", row.state()),
                row.suppression() != null ? words.word("suppression", row.suppression()) : row.failure(),
                row.attempts(),
                row.plannedAt(),
                row.closedAt());
    }
}
