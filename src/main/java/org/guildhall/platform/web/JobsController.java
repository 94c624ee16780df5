package org.guildhall.platform.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.JobId;
import org.guildhall.platform.JobView;
import org.guildhall.platform.Jobs;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Background jobs: one's own, or everybody's for an administrator. */
@RestController
@RequestMapping("/api/jobs")
@Tag(name = "jobs")
class JobsController {

    private final Jobs jobs;

    JobsController(Jobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping
    @Operation(operationId = "listJobs")
    Slice<JobView> list(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Slice.PAGE_LIMIT) int limit) {
        return jobs.list(kind, cursor, limit);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getJob")
    JobView get(@PathVariable JobId id) {
        return jobs.get(id);
    }

    @PostMapping("/{id}/cancel")
    @Operation(operationId = "cancelJob")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable JobId id) {
        jobs.cancel(id);
    }
}
