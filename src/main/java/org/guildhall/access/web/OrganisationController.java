package org.guildhall.access.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import org.guildhall.access.ChangeUnit;
import org.guildhall.access.Needs;
import org.guildhall.access.OpenUnit;
import org.guildhall.access.Organisation;
import org.guildhall.access.Unit;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The organisation, as it is or was on a day. */
@RestController
@RequestMapping("/api/units")
@Tag(name = "units")
class OrganisationController {

    private final Organisation organisation;

    OrganisationController(Organisation organisation) {
        this.organisation = organisation;
    }

    @GetMapping
    @Operation(operationId = "listUnits")
    List<Unit> chart(@RequestParam(required = false) @Nullable LocalDate on) {
        return organisation.chart(on);
    }

    @GetMapping("/{id}/history")
    @Operation(operationId = "getUnitHistory")
    List<Unit> history(@PathVariable UnitId id) {
        return organisation.history(id);
    }

    @PostMapping
    @Operation(operationId = "openUnit")
    @Needs("access.units-write")
    @ResponseStatus(HttpStatus.CREATED)
    Unit open(@RequestBody @Valid OpenUnit command) {
        return organisation.open(command);
    }

    @PutMapping("/{id}")
    @Operation(operationId = "changeUnit")
    @Needs("access.units-write")
    Unit change(@PathVariable UnitId id, @RequestBody @Valid ChangeUnit command) {
        return organisation.change(id, command);
    }
}
