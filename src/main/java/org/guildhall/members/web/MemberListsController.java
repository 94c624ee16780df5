package org.guildhall.members.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.guildhall.access.Needs;
import org.guildhall.kernel.Slice;
import org.guildhall.members.UndoPreview;
import org.guildhall.members.lists.BulkAct;
import org.guildhall.members.lists.BulkActs;
import org.guildhall.members.lists.BulkPreview;
import org.guildhall.members.lists.ColumnView;
import org.guildhall.members.lists.Columns;
import org.guildhall.members.lists.ExportMembers;
import org.guildhall.members.lists.Exports;
import org.guildhall.members.lists.SaveView;
import org.guildhall.members.lists.SavedView;
import org.guildhall.members.lists.SavedViews;
import org.guildhall.platform.JobView;
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

/** Whole member lists: columns, saved views, bulk acts, exports. */
@RestController
@RequestMapping("/api/members")
@Tag(name = "members")
class MemberListsController {

    private final Columns columns;
    private final SavedViews views;
    private final BulkActs bulk;
    private final Exports exports;

    MemberListsController(Columns columns, SavedViews views, BulkActs bulk, Exports exports) {
        this.columns = columns;
        this.views = views;
        this.bulk = bulk;
        this.exports = exports;
    }

    /** Why to undo. */
    record UndoBulk(@NotBlank @Size(max = 300) String reason) {}

    @GetMapping("/columns")
    @Operation(operationId = "listMemberColumns", summary = "Columns that other modules offer to the list")
    List<ColumnView> columns() {
        return columns.all();
    }

    @GetMapping("/views")
    @Operation(operationId = "listMemberViews", summary = "The actor's saved views and the shared ones")
    List<SavedView> views() {
        return views.all();
    }

    @PostMapping("/views")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "saveMemberView", summary = "Keeps a list under a name")
    @Needs("members.read")
    SavedView save(@Valid @RequestBody SaveView view) {
        return views.save(view);
    }

    @PutMapping("/views/{id}")
    @Operation(operationId = "changeMemberView", summary = "Changes one of the actor's views")
    @Needs("members.read")
    SavedView change(@PathVariable UUID id, @Valid @RequestBody SaveView view) {
        return views.change(id, view);
    }

    @DeleteMapping("/views/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "dropMemberView", summary = "Drops one of the actor's views")
    void drop(@PathVariable UUID id) {
        views.drop(id);
    }

    @GetMapping("/views/{id}/count")
    @Operation(operationId = "countMemberView", summary = "How many members a view finds for the actor")
    Slice.Total count(@PathVariable UUID id) {
        return views.count(id);
    }

    @PostMapping("/bulk/preview")
    @Operation(operationId = "previewBulkAct", summary = "Whom a bulk act would meet")
    @Needs({"members.transition", "members.assign"})
    BulkPreview preview(@Valid @RequestBody BulkAct act) {
        return bulk.preview(act);
    }

    @PostMapping("/bulk")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "startBulkAct", summary = "Acts on many members in the background")
    @Needs({"members.transition", "members.assign"})
    JobView start(@Valid @RequestBody BulkAct act) {
        return bulk.start(act);
    }

    @GetMapping("/bulk/{job}/undo")
    @Operation(operationId = "previewBulkUndo", summary = "What undoing a bulk act would do")
    UndoPreview undoPreview(@PathVariable UUID job) {
        return bulk.undoPreview(job);
    }

    @PostMapping("/bulk/{job}/undo")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "undoBulkAct", summary = "Undoes a bulk act in the background")
    @Needs("members.read")
    JobView undo(@PathVariable UUID job, @Valid @RequestBody UndoBulk undo) {
        return bulk.undo(job, undo.reason());
    }

    @PostMapping("/exports")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "exportMembers", summary = "Takes a list out as a file; the job's result names it")
    @Needs("members.export")
    JobView export(@Valid @RequestBody ExportMembers asked) {
        return exports.start(asked);
    }
}
