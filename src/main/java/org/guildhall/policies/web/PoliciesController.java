package org.guildhall.policies.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.guildhall.access.Needs;
import org.guildhall.policies.ClauseView;
import org.guildhall.policies.Difference;
import org.guildhall.policies.DraftView;
import org.guildhall.policies.PolicyDesk;
import org.guildhall.policies.PolicyDetail;
import org.guildhall.policies.PolicySummary;
import org.guildhall.policies.PreviewDraft;
import org.guildhall.policies.PreviewView;
import org.guildhall.policies.PublishDraft;
import org.guildhall.policies.SaveDraft;
import org.guildhall.policies.VersionView;
import org.guildhall.policies.WithdrawVersion;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Policies and the handbook clauses they carry out. */
@RestController
@Tag(name = "policies")
class PoliciesController {

    private final PolicyDesk desk;

    PoliciesController(PolicyDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/api/policies")
    @Operation(operationId = "listPolicies")
    List<PolicySummary> list() {
        return desk.list();
    }

    @GetMapping("/api/policies/{kind}")
    @Operation(operationId = "getPolicy")
    PolicyDetail get(@PathVariable String kind) {
        return desk.get(kind);
    }

    @GetMapping("/api/policies/{kind}/versions/{version}")
    @Operation(operationId = "getPolicyVersion")
    VersionView version(@PathVariable String kind, @PathVariable int version) {
        return desk.version(kind, version);
    }

    @GetMapping("/api/policies/{kind}/differences")
    @Operation(operationId = "comparePolicyVersions")
    List<Difference> differences(@PathVariable String kind, @RequestParam int from, @RequestParam int to) {
        return desk.differences(kind, from, to);
    }

    @PutMapping("/api/policies/{kind}/draft")
    @Operation(operationId = "savePolicyDraft")
    @Needs("policies.draft")
    DraftView save(@PathVariable String kind, @RequestBody @Valid SaveDraft command) {
        return desk.save(kind, command);
    }

    @DeleteMapping("/api/policies/{kind}/draft")
    @Operation(operationId = "discardPolicyDraft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable String kind, @RequestParam int revision) {
        desk.discard(kind, revision);
    }

    @PostMapping("/api/policies/{kind}/draft/preview")
    @Operation(operationId = "previewPolicyDraft")
    @Needs("policies.draft")
    PreviewView preview(@PathVariable String kind, @RequestBody @Valid PreviewDraft command) {
        return desk.preview(kind, command);
    }

    @PostMapping("/api/policies/{kind}/draft/publish")
    @Operation(operationId = "publishPolicyDraft")
    @Needs("policies.publish")
    VersionView publish(@PathVariable String kind, @RequestBody @Valid PublishDraft command) {
        return desk.publish(kind, command);
    }

    @PostMapping("/api/policies/{kind}/versions/{version}/withdraw")
    @Operation(operationId = "withdrawPolicyVersion")
    @Needs("policies.publish")
    VersionView withdraw(
            @PathVariable String kind, @PathVariable int version, @RequestBody @Valid WithdrawVersion command) {
        return desk.withdraw(kind, version, command);
    }

    @GetMapping("/api/handbook/clauses")
    @Operation(operationId = "listClauses")
    List<ClauseView> clauses() {
        return desk.clauses();
    }
}
