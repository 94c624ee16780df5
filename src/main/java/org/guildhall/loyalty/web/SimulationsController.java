package org.guildhall.loyalty.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.guildhall.access.Needs;
import org.guildhall.kernel.Slice;
import org.guildhall.loyalty.ExportSimulation;
import org.guildhall.loyalty.SimulationQuery;
import org.guildhall.loyalty.SimulationView;
import org.guildhall.loyalty.Simulations;
import org.guildhall.loyalty.StartSimulation;
import org.guildhall.platform.JobView;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What drafts would have made of real history. */
@RestController
@RequestMapping("/api/loyalty/simulations")
@Tag(name = "loyalty")
class SimulationsController {

    private final Simulations simulations;

    SimulationsController(Simulations simulations) {
        this.simulations = simulations;
    }

    @GetMapping
    @Operation(operationId = "listSimulations", description = "Newest first; without their results")
    Slice<SimulationView> list(@ParameterObject @Valid SimulationQuery query) {
        return simulations.list(query);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "startSimulation",
            description = "Replays everybody in the background, by the policies in force and by the draft; stores"
                    + " nothing but the result")
    @Needs("loyalty.simulate")
    SimulationView start(@Valid @RequestBody StartSimulation command) {
        return simulations.start(command);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getSimulation")
    SimulationView get(@PathVariable UUID id) {
        return simulations.get(id);
    }

    @PostMapping("/{id}/cancel")
    @Operation(operationId = "cancelSimulation")
    SimulationView cancel(@PathVariable UUID id) {
        return simulations.cancel(id);
    }

    @PostMapping("/{id}/export")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "exportSimulation")
    @Needs("loyalty.simulate")
    JobView export(@PathVariable UUID id, @Valid @RequestBody ExportSimulation command) {
        return simulations.export(id, command);
    }
}
