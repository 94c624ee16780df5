package org.guildhall.access.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.guildhall.access.AuditQuery;
import org.guildhall.access.AuditRow;
import org.guildhall.access.AuditTrail;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.JobView;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The memory of acts, and the proof that it is whole. */
@RestController
@RequestMapping("/api/audit")
@Tag(name = "audit")
class AuditController {

    private final AuditTrail trail;

    AuditController(AuditTrail trail) {
        this.trail = trail;
    }

    @GetMapping
    @Operation(operationId = "searchAudit")
    Slice<AuditRow> search(@ParameterObject @Valid AuditQuery query) {
        return trail.search(query);
    }

    @PostMapping("/verify")
    @Operation(operationId = "verifyAudit")
    JobView verify() {
        return trail.verify();
    }
}
