package org.guildhall.sessioncards;

import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.Slice;
import org.guildhall.kernel.UnitId;
import org.guildhall.platform.JobView;

/** Bookings of time, staff and place. Each write of a booking takes the caller's key: the same key does it once. */
public interface Bookings {

    /** When a service can be booked at a store on a day. */
    List<SlotView> slots(SlotQuery query);

    /** Books a session; it is kept on the card until the booking ends. */
    BookingView book(BookSession command, String key);

    /** Moves a booking in time. */
    BookingView reschedule(UUID booking, Reschedule command, String key);

    /** Cancels a booking before its start. */
    BookingView cancel(UUID booking, CancelBooking command, String key);

    /** The member came: the session is used. */
    BookingView checkIn(UUID booking, CheckIn command, String key);

    /** The member did not come. */
    BookingView noShow(UUID booking, String key);

    /** Ends the bookings of earlier days that nobody ended, as no-shows; gives how many. Run again, it finds none. */
    int markNoShows();

    /** One page of bookings in the order of their time. */
    Slice<BookingView> list(BookingQuery query);

    /** The booking, if its member or its store is within reach. */
    BookingView get(UUID booking);

    /** Writes a list of bookings to a file; the job's result names it. */
    JobView export(ExportBookings command);

    /** Hours, places and people of a store. */
    RotaView rota(UnitId store);

    /** Replaces the weekly hours of a store. */
    RotaView setHours(UnitId store, SetHours command);

    /** Enters a place of a store. */
    RotaView enterPlace(UnitId store, PlaceDetails details);

    /** Changes a place. */
    RotaView changePlace(UUID place, ChangePlace command);
}
