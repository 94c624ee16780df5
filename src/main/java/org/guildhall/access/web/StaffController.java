package org.guildhall.access.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.guildhall.access.Appoint;
import org.guildhall.access.ChangeStaff;
import org.guildhall.access.HireStaff;
import org.guildhall.access.Needs;
import org.guildhall.access.OneTimePassword;
import org.guildhall.access.SessionRow;
import org.guildhall.access.Sessions;
import org.guildhall.access.StaffDirectory;
import org.guildhall.access.StaffMember;
import org.guildhall.access.StaffQuery;
import org.guildhall.kernel.Slice;
import org.guildhall.kernel.StaffId;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The people who work here. */
@RestController
@RequestMapping("/api/staff")
@Tag(name = "staff")
class StaffController {

    private final StaffDirectory staff;
    private final Sessions sessions;

    StaffController(StaffDirectory staff, Sessions sessions) {
        this.staff = staff;
        this.sessions = sessions;
    }

    @GetMapping
    @Operation(operationId = "listStaff")
    Slice<StaffMember> list(@ParameterObject @Valid StaffQuery query) {
        return staff.search(query);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getStaff")
    StaffMember get(@PathVariable StaffId id) {
        return staff.get(id);
    }

    @PostMapping
    @Operation(operationId = "hireStaff")
    @Needs("access.staff-write")
    @ResponseStatus(HttpStatus.CREATED)
    OneTimePassword hire(@RequestBody @Valid HireStaff command) {
        return staff.hire(command);
    }

    @PutMapping("/{id}")
    @Operation(operationId = "changeStaff")
    @Needs("access.staff-write")
    StaffMember change(@PathVariable StaffId id, @RequestBody @Valid ChangeStaff command) {
        return staff.change(id, command);
    }

    @PostMapping("/{id}/posts")
    @Operation(operationId = "appointStaff")
    @Needs("access.staff-write")
    StaffMember appoint(@PathVariable StaffId id, @RequestBody @Valid Appoint command) {
        return staff.appoint(id, command);
    }

    /** The first day on which an appointment no longer holds. */
    record EndAppointment(@NotNull LocalDate until) {}

    @PutMapping("/{id}/posts/{appointment}/end")
    @Operation(operationId = "endAppointment")
    @Needs("access.staff-write")
    StaffMember end(
            @PathVariable StaffId id, @PathVariable UUID appointment, @RequestBody @Valid EndAppointment command) {
        return staff.end(id, appointment, command.until());
    }

    @PostMapping("/{id}/password")
    @Operation(operationId = "resetPassword")
    OneTimePassword resetPassword(@PathVariable StaffId id) {
        return staff.resetPassword(id);
    }

    @GetMapping("/{id}/sessions")
    @Operation(operationId = "listSessionsOf")
    List<SessionRow> sessions(@PathVariable StaffId id) {
        return sessions.of(id);
    }

    @DeleteMapping("/{id}/sessions")
    @Operation(operationId = "revokeSessionsOf")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeSessions(@PathVariable StaffId id) {
        sessions.revokeAll(id);
    }
}
