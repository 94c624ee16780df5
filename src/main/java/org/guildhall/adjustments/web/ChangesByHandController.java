package org.guildhall.adjustments.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.guildhall.access.Needs;
import org.guildhall.adjustments.ByHandQuery;
import org.guildhall.adjustments.ByHandView;
import org.guildhall.adjustments.ChangesByHand;
import org.guildhall.adjustments.ExportByHand;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.JobView;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who gave and took what by hand. */
@RestController
@RequestMapping("/api/changes-by-hand")
@Tag(name = "adjustments")
class ChangesByHandController {

    private final ChangesByHand changes;

    ChangesByHandController(ChangesByHand changes) {
        this.changes = changes;
    }

    @GetMapping
    @Operation(operationId = "listChangesByHand", summary = "Value given and taken by hand, newest first")
    Slice<ByHandView> list(@ParameterObject @Valid ByHandQuery query) {
        return changes.list(query);
    }

    @PostMapping("/export")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "exportChangesByHand", description = "The job's result names the file")
    @Needs("adjustments.export")
    JobView export(@Valid @RequestBody ExportByHand command) {
        return changes.export(command);
    }
}
