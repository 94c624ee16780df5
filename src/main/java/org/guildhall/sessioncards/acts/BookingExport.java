package org.guildhall.sessioncards.acts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.guildhall.sessioncards.BookingView;
import org.guildhall.sessioncards.ExportBookings;
import org.guildhall.sessioncards.SessionCardPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes bookings to a file that whoever asked can fetch. */
@Component
class BookingExport implements JobKind<ExportBookings> {

    static final String CODE = "sessioncards.export-bookings";

    private final Access access;
    private final Source source;
    private final ListFiles files;

    BookingExport(Access access, Source source, ListFiles files) {
        this.access = access;
        this.source = source;
        this.files = files;
    }

    /** Where the lines come from. */
    @Component
    record Source(BookingSearch search, Members members, Organisation organisation, BusinessTime time) {}

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Class<ExportBookings> params() {
        return ExportBookings.class;
    }

    @Override
    public void run(JobRun<ExportBookings> run) {
        var scope = access.require(SessionCardPermissions.EXPORT);
        var asked = run.params();
        if (asked.query().member() != null) {
            source.members.requireVisible(new MemberId(asked.query().member()), SessionCardPermissions.EXPORT);
        }
        var words = FileWords.of("sessioncards", asked.language());
        var sheet = new ListFiles.Sheet(
                "session-bookings-" + source.time.today(),
                asked.format(),
                words.head("bookings"),
                "sessioncards.bookings-exported",
                asked.reason(),
                Map.of());
        files.write(run, sheet, cursor -> {
            var page = source.search.page(asked.query().page(cursor, Slice.PAGE_LIMIT), scope);
            var numbers = source.members.numbers(
                    page.items().stream().map(BookingView::member).toList());
            return page.map(row -> cells(row, numbers, words));
        });
    }

    private List<@Nullable Object> cells(BookingView row, Map<MemberId, String> numbers, FileWords words) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(written(row.startsAt()));
        cells.add(written(row.endsAt()));
        cells.add(numbers.getOrDefault(row.member(), row.member().toString()));
        cells.add(row.name());
        cells.add(source.organisation.unit(row.store()).name());
        cells.add(row.staffName());
        cells.add(row.placeName());
        cells.add(words.word("booking", row.state().code()));
        cells.add(written(row.bookedAt()));
        return cells;
    }

    private String written(Instant instant) {
        return Sheets.written(instant.atZone(source.time.zone()));
    }
}
