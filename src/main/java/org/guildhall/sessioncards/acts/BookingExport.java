package org.guildhall.sessioncards.acts;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.guildhall.access.FileKind;
import org.guildhall.access.ListFiles;
import org.guildhall.access.Scope;
import org.guildhall.kernel.Slice;
import org.guildhall.members.MemberExport;
import org.guildhall.members.Members;
import org.guildhall.platform.FileWords;
import org.guildhall.sessioncards.BookingView;
import org.guildhall.sessioncards.ExportBookings;
import org.guildhall.sessioncards.SessionCardPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Bookings as a file. */
@Component
record BookingExport(ListFiles files, Members members, BookingSearch search) implements MemberExport<ExportBookings> {

    static final FileKind<ExportBookings> KIND = new FileKind<>(
            "sessioncards.export-bookings",
            ExportBookings.class,
            SessionCardPermissions.EXPORT,
            "session-bookings",
            "sessioncards.bookings-exported");

    @Override
    public FileKind<ExportBookings> kind() {
        return KIND;
    }

    @Override
    public Stream<UUID> about(ExportBookings asked) {
        return Stream.ofNullable(asked.query().member());
    }

    @Override
    public Lines lines(ExportBookings asked, Scope scope, FileWords words) {
        return cursor ->
                search.page(asked.query().page(cursor, Slice.PAGE_LIMIT), scope).map(row -> cells(row, words));
    }

    private static List<@Nullable Object> cells(BookingView row, FileWords words) {
        return Arrays.asList(
                row.startsAt(),
                row.endsAt(),
                row.member(),
                row.name(),
                row.store(),
                row.staffName(),
                row.placeName(),
                words.word("booking", row.state().code()),
                row.bookedAt());
    }
}
