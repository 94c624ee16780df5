package org.guildhall.loyalty.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.guildhall.access.Needs;
import org.guildhall.kernel.Slice;
import org.guildhall.loyalty.CarryOut;
import org.guildhall.loyalty.DailyRuns;
import org.guildhall.loyalty.RunMembersQuery;
import org.guildhall.loyalty.RunMove;
import org.guildhall.loyalty.RunQuery;
import org.guildhall.platform.JobView;
import org.guildhall.platform.RunView;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Runs of expiry and of tier reviews. */
@RestController
@RequestMapping("/api/loyalty/runs")
@Tag(name = "loyalty")
class RunsController {

    private final DailyRuns runs;

    RunsController(DailyRuns runs) {
        this.runs = runs;
    }

    @GetMapping
    @Operation(operationId = "listRuns")
    Slice<RunView> list(@ParameterObject @Valid RunQuery query) {
        return runs.list(query);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "carryOutRun",
            description = "Does what is due and was not done; the job's result names the run")
    @Needs("loyalty.run")
    JobView carryOut(@Valid @RequestBody CarryOut command) {
        return runs.carryOut(command);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getRun")
    RunView get(@PathVariable UUID id) {
        return runs.get(id);
    }

    @GetMapping("/{id}/members")
    @Operation(operationId = "listRunMembers")
    Slice<RunMove> members(@PathVariable UUID id, @ParameterObject @Valid RunMembersQuery query) {
        return runs.members(id, query);
    }
}
