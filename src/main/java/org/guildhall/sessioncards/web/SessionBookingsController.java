package org.guildhall.sessioncards.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.guildhall.access.Keyed;
import org.guildhall.access.Needs;
import org.guildhall.kernel.Slice;
import org.guildhall.kernel.UnitId;
import org.guildhall.platform.JobView;
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
import org.guildhall.sessioncards.SetHours;
import org.guildhall.sessioncards.SlotQuery;
import org.guildhall.sessioncards.SlotView;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Bookings of time, staff and place. */
@RestController
@RequestMapping("/api/session-bookings")
@Tag(name = "session-bookings")
class SessionBookingsController {

    private final Bookings bookings;

    SessionBookingsController(Bookings bookings) {
        this.bookings = bookings;
    }

    @GetMapping
    @Operation(operationId = "listSessionBookings", description = "In the order of their time")
    Slice<BookingView> list(@ParameterObject @Valid BookingQuery query) {
        return bookings.list(query);
    }

    @GetMapping("/slots")
    @Operation(operationId = "listSessionSlots", description = "When a service can be booked on a day")
    List<SlotView> slots(@ParameterObject @Valid SlotQuery query) {
        return bookings.slots(query);
    }

    @PostMapping
    @Operation(operationId = "bookSession", description = "The session is kept on the card until the booking ends")
    @Needs("sessioncards.book")
    BookingView book(@Keyed String cause, @Valid @RequestBody BookSession command) {
        return bookings.book(command, cause);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getSessionBooking")
    BookingView get(@PathVariable UUID id) {
        return bookings.get(id);
    }

    @PostMapping("/{id}/reschedule")
    @Operation(operationId = "rescheduleSession")
    @Needs("sessioncards.book")
    BookingView reschedule(@PathVariable UUID id, @Keyed String cause, @Valid @RequestBody Reschedule command) {
        return bookings.reschedule(id, command, cause);
    }

    @PostMapping("/{id}/cancel")
    @Operation(operationId = "cancelSessionBooking", description = "Before its start")
    @Needs("sessioncards.book")
    BookingView cancel(@PathVariable UUID id, @Keyed String cause, @Valid @RequestBody CancelBooking command) {
        return bookings.cancel(id, command, cause);
    }

    @PostMapping("/{id}/check-in")
    @Operation(operationId = "checkInSession", description = "The member came: the session is used")
    @Needs("sessioncards.book")
    BookingView checkIn(@PathVariable UUID id, @Keyed String cause, @Valid @RequestBody CheckIn command) {
        return bookings.checkIn(id, command, cause);
    }

    @PostMapping("/{id}/no-show")
    @Operation(operationId = "markSessionNoShow", description = "The member did not come")
    BookingView noShow(@PathVariable UUID id, @Keyed String cause) {
        return bookings.noShow(id, cause);
    }

    @PostMapping("/export")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "exportSessionBookings", description = "The job's result names the file")
    @Needs("sessioncards.export")
    JobView export(@Valid @RequestBody ExportBookings command) {
        return bookings.export(command);
    }

    @GetMapping("/stores/{store}")
    @Operation(operationId = "getSessionRota", description = "Hours, places and people of a store")
    RotaView rota(@PathVariable UUID store) {
        return bookings.rota(new UnitId(store));
    }

    @PutMapping("/stores/{store}/hours")
    @Operation(operationId = "setSessionHours")
    @Needs("sessioncards.arrange")
    RotaView setHours(@PathVariable UUID store, @Valid @RequestBody SetHours command) {
        return bookings.setHours(new UnitId(store), command);
    }

    @PostMapping("/stores/{store}/places")
    @Operation(operationId = "enterSessionPlace")
    @Needs("sessioncards.arrange")
    RotaView enterPlace(@PathVariable UUID store, @Valid @RequestBody PlaceDetails details) {
        return bookings.enterPlace(new UnitId(store), details);
    }

    @PutMapping("/places/{id}")
    @Operation(operationId = "changeSessionPlace")
    @Needs("sessioncards.arrange")
    RotaView changePlace(@PathVariable UUID id, @Valid @RequestBody ChangePlace command) {
        return bookings.changePlace(id, command);
    }
}
