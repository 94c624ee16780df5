package org.guildhall.adjustments.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.guildhall.access.Keyed;
import org.guildhall.access.Needs;
import org.guildhall.adjustments.BatchGrantView;
import org.guildhall.adjustments.BatchGrants;
import org.guildhall.adjustments.ExportGrant;
import org.guildhall.adjustments.GrantAudience;
import org.guildhall.adjustments.GrantQuery;
import org.guildhall.adjustments.GrantToMany;
import org.guildhall.adjustments.GrantUndoPreview;
import org.guildhall.adjustments.UndoGrant;
import org.guildhall.kernel.Slice;
import org.guildhall.ledger.RunGrant;
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

/** Points given to many in one act. */
@RestController
@RequestMapping("/api/batch-grants")
@Tag(name = "adjustments")
class BatchGrantsController {

    private final BatchGrants grants;

    BatchGrantsController(BatchGrants grants) {
        this.grants = grants;
    }

    @PostMapping("/preview")
    @Operation(operationId = "previewBatchGrant", summary = "Whom a grant to many would reach and what it comes to")
    @Needs("ledger.adjust")
    GrantAudience preview(@RequestBody @Valid GrantToMany command) {
        return grants.preview(command);
    }

    @PostMapping
    @Operation(operationId = "giveToMany", summary = "Give points to many, or ask for it")
    @Needs("ledger.adjust")
    BatchGrantView give(@Keyed String cause, @RequestBody @Valid GrantToMany command) {
        return grants.give(command, cause);
    }

    @GetMapping
    @Operation(operationId = "listBatchGrants", summary = "Grants to many, newest first")
    Slice<BatchGrantView> list(@ParameterObject @Valid GrantQuery query) {
        return grants.list(query);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getBatchGrant", summary = "One grant to many and how far it is")
    BatchGrantView get(@PathVariable UUID id) {
        return grants.get(id);
    }

    @GetMapping("/{id}/members")
    @Operation(operationId = "listBatchGrantMembers", summary = "To whom it gave, and what each no longer has of it")
    Slice<RunGrant> members(@PathVariable UUID id, @ParameterObject @Valid GrantQuery query) {
        return grants.members(id, query);
    }

    @PostMapping("/{id}/export")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "exportBatchGrant", description = "The job's result names the file")
    @Needs("ledger.read")
    JobView export(@PathVariable UUID id, @RequestBody @Valid ExportGrant command) {
        return grants.export(id, command);
    }

    @PostMapping("/{id}/undo-preview")
    @Operation(operationId = "previewBatchGrantUndo", summary = "What undoing would find and what depends on it")
    GrantUndoPreview undoPreview(@PathVariable UUID id) {
        return grants.undoPreview(id);
    }

    @PostMapping("/{id}/undo")
    @Operation(operationId = "undoBatchGrant", summary = "Take it back from everybody, or ask for it")
    @Needs("ledger.adjust")
    BatchGrantView undo(@PathVariable UUID id, @RequestBody @Valid UndoGrant command) {
        return grants.undo(id, command);
    }
}
