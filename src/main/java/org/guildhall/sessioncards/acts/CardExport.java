package org.guildhall.sessioncards.acts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.guildhall.access.Access;
import org.guildhall.access.ListFiles;
import org.guildhall.access.Organisation;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.members.Members;
import org.guildhall.platform.FileWords;
import org.guildhall.platform.JobKind;
import org.guildhall.platform.JobRun;
import org.guildhall.platform.Sheets;
import org.guildhall.sessioncards.CardView;
import org.guildhall.sessioncards.ExportCards;
import org.guildhall.sessioncards.SessionCardPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes cards to a file that whoever asked can fetch. */
@Component
class CardExport implements JobKind<ExportCards> {

    static final String CODE = "sessioncards.export-cards";

    private final Access access;
    private final Source source;
    private final ListFiles files;

    CardExport(Access access, Source source, ListFiles files) {
        this.access = access;
        this.source = source;
        this.files = files;
    }

    /** Where the lines come from. */
    @Component
    record Source(CardSearch search, Members members, Organisation organisation, BusinessTime time) {}

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Class<ExportCards> params() {
        return ExportCards.class;
    }

    @Override
    public void run(JobRun<ExportCards> run) {
        var scope = access.require(SessionCardPermissions.EXPORT);
        var asked = run.params();
        if (asked.query().member() != null) {
            source.members.requireVisible(new MemberId(asked.query().member()), SessionCardPermissions.EXPORT);
        }
        var words = FileWords.of("sessioncards", asked.language());
        var sheet = new ListFiles.Sheet(
                "session-cards-" + source.time.today(),
                asked.format(),
                words.head("cards"),
                "sessioncards.cards-exported",
                asked.reason(),
                Map.of());
        files.write(run, sheet, cursor -> {
            var page = source.search.page(asked.query().page(cursor, Slice.PAGE_LIMIT), scope);
            var numbers = source.members.numbers(
                    page.items().stream().map(CardView::member).toList());
            return page.map(row -> cells(row, numbers, words));
        });
    }

    private List<@Nullable Object> cells(CardView row, Map<MemberId, String> numbers, FileWords words) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(Sheets.written(row.soldAt().atZone(source.time.zone())));
        cells.add(numbers.getOrDefault(row.member(), row.member().toString()));
        cells.add(row.name());
        cells.add(words.word("state", row.state().code()));
        cells.add(source.organisation.unit(row.store()).name());
        cells.add(row.price().decimal());
        cells.add(words.word("method", row.method().code()));
        cells.add(row.shares().stream()
                .map(share -> share.name() + " " + share.left() + "/" + share.sessions())
                .collect(Collectors.joining("; ")));
        cells.add(row.shares().stream().mapToInt(CardView.Share::held).sum());
        cells.add(row.lastDay() == null ? null : row.lastDay().toString());
        cells.add(row.owed().decimal());
        return cells;
    }
}
