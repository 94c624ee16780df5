package org.guildhall.messages.outbox;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.guildhall.access.Access;
import org.guildhall.access.ListFiles;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.messages.ExportMessages;
import org.guildhall.messages.MessagePermissions;
import org.guildhall.messages.MessageView;
import org.guildhall.messages.Outbox;
import org.guildhall.platform.FileWords;
import org.guildhall.platform.JobKind;
import org.guildhall.platform.JobRun;
import org.guildhall.platform.Sheets;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Writes messages and their fates as a file, as far as the actor's reach goes, in words that people read. */
@Component
class ExportJob implements JobKind<ExportMessages> {

    static final String CODE = "messages.export";

    private final Access access;
    private final ListFiles files;
    private final ObjectProvider<Outbox> outbox;
    private final Showing showing;
    private final BusinessTime time;

    ExportJob(Access access, ListFiles files, ObjectProvider<Outbox> outbox, Showing showing, BusinessTime time) {
        this.access = access;
        this.files = files;
        this.outbox = outbox;
        this.showing = showing;
        this.time = time;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Class<ExportMessages> params() {
        return ExportMessages.class;
    }

    @Override
    public void run(JobRun<ExportMessages> run) {
        access.require(MessagePermissions.EXPORT);
        var asked = run.params();
        var words = FileWords.of("messages", asked.language());
        var sheet = new ListFiles.Sheet(
                "messages-" + time.today(),
                asked.format(),
                words.head("messages"),
                "messages.exported",
                asked.reason(),
                Map.of());
        files.write(run, sheet, cursor -> page(asked, words, cursor));
    }

    private Slice<List<@Nullable Object>> page(ExportMessages asked, FileWords words, @Nullable String cursor) {
        var page = outbox.getObject().list(asked.query().page(cursor, Slice.PAGE_LIMIT));
        var numbers =
                showing.numbers(page.items().stream().map(MessageView::member).collect(Collectors.toSet()));
        return page.map(row -> cells(row, numbers, words));
    }

    private List<@Nullable Object> cells(MessageView row, Map<MemberId, String> numbers, FileWords words) {
        var closed = row.closedAt();
        return Arrays.asList(
                row.id(),
                numbers.getOrDefault(row.member(), row.member().toString()),
                words.word("reason", row.reason()),
                row.period(),
                row.template() + " v" + row.version(),
                words.word("channel", row.channel()),
                words.word("purpose", row.purpose()),
                words.word("state", row.state()),
                row.suppression() != null ? words.word("suppression", row.suppression()) : row.failure(),
                row.attempts(),
                Sheets.written(row.plannedAt().atZone(time.zone())),
                closed == null ? null : Sheets.written(closed.atZone(time.zone())));
    }
}
