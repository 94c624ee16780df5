package org.guildhall.sessioncards.acts;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.guildhall.access.ListFiles;
import org.guildhall.access.Permission;
import org.guildhall.jooq.sessioncards.tables.records.BookingRecord;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.kernel.UnitId;
import org.guildhall.platform.JobView;
import org.guildhall.platform.OneByOne;
import org.guildhall.sessioncards.BookSession;
import org.guildhall.sessioncards.BookingQuery;
import org.guildhall.sessioncards.BookingView;
import org.guildhall.sessioncards.Bookings;
import org.guildhall.sessioncards.CancelBooking;
import org.guildhall.sessioncards.ChangePlace;
import org.guildhall.sessioncards.CheckIn;
import org.guildhall.sessioncards.ExportBookings;
import org.guildhall.sessioncards.PlaceDetails;
import org.guildhall.sessioncards.Reschedule;
import org.guildhall.sessioncards.RotaView;
import org.guildhall.sessioncards.SessionCardPermissions;
import org.guildhall.sessioncards.SessionCardRefusal;
import org.guildhall.sessioncards.SetHours;
import org.guildhall.sessioncards.SlotQuery;
import org.guildhall.sessioncards.SlotView;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The module's face for bookings: who may, in one transaction each, and then what came of it. */
@Component
class BookingDesk implements Bookings {

    private static final Actor CLOCK = new Actor.Machine("sessioncards-clock");
    private static final int AT_ONCE = 500;

    private final Books books;
    private final Arrangements arrangements;
    private final Lists lists;
    private final Surroundings surroundings;
    private final @Nullable Instant as;

    @Autowired
    BookingDesk(Books books, Arrangements arrangements, Lists lists, Surroundings surroundings) {
        this(books, arrangements, lists, surroundings, null);
    }

    private BookingDesk(
            Books books, Arrangements arrangements, Lists lists, Surroundings surroundings, @Nullable Instant as) {
        this.books = books;
        this.arrangements = arrangements;
        this.lists = lists;
        this.surroundings = surroundings;
        this.as = as;
    }

    /** Where bookings are kept, made and ended, and the cards they stand on. */
    @Component
    record Books(BookingStore bookings, CardStore cards, CardBook book, Appointing appointing, Ending ending) {}

    /** Hours and places. */
    @Component
    record Arrangements(RotaBook rota, Slots slots) {}

    /** How they are shown. */
    @Component
    record Lists(BookingSearch search, ListFiles files) {}

    /** The same desk at an earlier instant. */
    BookingDesk asOf(Instant at) {
        return new BookingDesk(books, arrangements, lists, surroundings, at);
    }

    @Override
    public List<SlotView> slots(SlotQuery query) {
        surroundings.reach().requireStore(new UnitId(query.store()), SessionCardPermissions.READ);
        return arrangements.slots.of(query, surroundings.at(as));
    }

    @Override
    public BookingView book(BookSession command, String key) {
        surroundings.reach().requireStore(command.store(), SessionCardPermissions.BOOK);
        var card = books.cards
                .row(command.card())
                .orElseThrow(() -> Refusal.of(new SessionCardRefusal.UnknownCard(command.card())));
        surroundings
                .reach()
                .requireEither(
                        new UnitId(card.getStoreId()), new MemberId(card.getMemberId()), SessionCardPermissions.BOOK);
        var act = Act.of("book", key, command);
        return surroundings.inTransaction(() -> {
            var opened = books.book.open(command.card());
            if (!books.book.done(act)) {
                books.appointing.book(opened, act, command, surroundings.at(as));
            }
            return lists.search.view(act.id());
        });
    }

    @Override
    public BookingView reschedule(UUID booking, Reschedule command, String key) {
        requireCounter(booking);
        var act = Act.of("reschedule", key, booking + "|" + command);
        return done(booking, act, ended -> {
            ended.requireOpen();
            books.appointing.move(ended.card(), act, ended.row(), command, ended.at());
        });
    }

    @Override
    public BookingView cancel(UUID booking, CancelBooking command, String key) {
        requireCounter(booking);
        var act = Act.of("cancel", key, booking + "|" + command);
        return done(booking, act, ended -> books.ending.cancel(ended, command));
    }

    @Override
    public BookingView checkIn(UUID booking, CheckIn command, String key) {
        requireCounter(booking);
        var act = Act.of("check-in", key, booking + "|" + command);
        return done(booking, act, ended -> books.ending.attended(ended, command.confirmed()));
    }

    @Override
    public BookingView noShow(UUID booking, String key) {
        requireCounter(booking);
        return done(booking, Act.of("no-show", key, booking), books.ending::noShow);
    }

    @Override
    public int markNoShows() {
        return surroundings.reach().access().runAs(CLOCK, () -> {
            var today = surroundings.time().today();
            return OneByOne.work(
                    AT_ONCE, (Set<UUID> but) -> books.bookings.openBefore(today, but, AT_ONCE), this::didNotCome);
        });
    }

    /** Whether it was ended; who may still come is looked for again another night, whoever was quicker ended it their way. */
    private boolean didNotCome(UUID booking) {
        var act = Act.of("clock", booking.toString(), booking);
        var after = done(booking, act, ended -> {
            if (ended.row().getState().equals(BookingView.State.BOOKED.code())
                    && books.ending.waitedLongEnough(ended)) {
                books.ending.noShow(ended);
            }
        });
        return after.state() == BookingView.State.NO_SHOW;
    }

    /** Cancels what a member who is no more has booked, within the caller's transaction. */
    void callOff(MemberId member) {
        for (var booking : books.bookings.openOf(member)) {
            var act = Act.of("erase", booking.toString(), booking);
            books.ending.callOff(opened(books.bookings.row(booking).orElseThrow(), act));
        }
    }

    @Override
    public Slice<BookingView> list(BookingQuery query) {
        var scope = surroundings.reach().require(SessionCardPermissions.READ);
        if (query.member() != null) {
            surroundings.reach().requireMember(new MemberId(query.member()), SessionCardPermissions.READ);
        }
        return lists.search.page(query, scope);
    }

    @Override
    public BookingView get(UUID booking) {
        surroundings.reach().require(SessionCardPermissions.READ);
        var row = row(booking);
        surroundings
                .reach()
                .requireEither(
                        new UnitId(row.getStoreId()), new MemberId(row.getMemberId()), SessionCardPermissions.READ);
        return lists.search.view(booking);
    }

    @Override
    public JobView export(ExportBookings command) {
        return lists.files.start(BookingExport.KIND, command);
    }

    @Override
    public RotaView rota(UnitId store) {
        return arrangements.rota.of(store);
    }

    @Override
    public RotaView setHours(UnitId store, SetHours command) {
        return arrangements.rota.setHours(store, command);
    }

    @Override
    public RotaView enterPlace(UnitId store, PlaceDetails details) {
        return arrangements.rota.enterPlace(store, details);
    }

    @Override
    public RotaView changePlace(UUID place, ChangePlace command) {
        return arrangements.rota.changePlace(place, command);
    }

    /** Does it once, while the card is held. */
    private BookingView done(UUID booking, Act act, Consumer<Ending.Ended> work) {
        var seen = row(booking);
        return surroundings.inTransaction(() -> {
            var ended = opened(seen, act);
            if (!books.book.done(act)) {
                work.accept(ended);
            }
            return lists.search.view(booking);
        });
    }

    /** Holds the card, then reads the booking again. */
    private Ending.Ended opened(BookingRecord seen, Act act) {
        var card = books.book.open(seen.getCardId());
        return new Ending.Ended(card, row(seen.getBookingId()), act, surroundings.at(as));
    }

    private void requireCounter(UUID booking) {
        Permission permission = SessionCardPermissions.BOOK;
        surroundings.reach().require(permission);
        surroundings.reach().requireStore(new UnitId(row(booking).getStoreId()), permission);
    }

    private BookingRecord row(UUID booking) {
        return books.bookings
                .row(booking)
                .orElseThrow(() -> Refusal.of(new SessionCardRefusal.UnknownBooking(booking)));
    }
}
