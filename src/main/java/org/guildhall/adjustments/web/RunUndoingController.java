package org.guildhall.adjustments.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.guildhall.access.Needs;
import org.guildhall.adjustments.RunUndoPreview;
import org.guildhall.adjustments.RunUndoing;
import org.guildhall.adjustments.UndoOfRun;
import org.guildhall.loyalty.UndoRun;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Undoing runs of expiry and of tier reviews. */
@RestController
@RequestMapping("/api/loyalty/runs/{id}")
@Tag(name = "adjustments")
class RunUndoingController {

    private final RunUndoing runs;

    RunUndoingController(RunUndoing runs) {
        this.runs = runs;
    }

    @GetMapping("/undo")
    @Operation(operationId = "previewUndoRun", summary = "What undoing would move, whom it meets, and who has to agree")
    RunUndoPreview preview(@PathVariable UUID id) {
        return runs.preview(id);
    }

    @GetMapping("/undo-state")
    @Operation(operationId = "getUndoOfRun", summary = "Whether undoing it was asked for or has begun")
    UndoOfRun get(@PathVariable UUID id) {
        return runs.get(id);
    }

    @PostMapping("/undo")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "undoRun",
            description = "Gives the run that undoes, which goes on in the background, or the request that waits")
    @Needs("loyalty.run")
    UndoOfRun undo(@PathVariable UUID id, @Valid @RequestBody UndoRun command) {
        return runs.undo(id, command);
    }
}
