package org.guildhall.approvals.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.guildhall.access.Needs;
import org.guildhall.approvals.ApprovalQuery;
import org.guildhall.approvals.ApprovalView;
import org.guildhall.approvals.Approvals;
import org.guildhall.approvals.AskAgain;
import org.guildhall.approvals.AskPublication;
import org.guildhall.approvals.Colleague;
import org.guildhall.approvals.Decide;
import org.guildhall.approvals.DelegatePowers;
import org.guildhall.approvals.Delegation;
import org.guildhall.approvals.Delegations;
import org.guildhall.approvals.HandOver;
import org.guildhall.approvals.Publications;
import org.guildhall.approvals.WithdrawApproval;
import org.guildhall.kernel.Slice;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What waits for a decision, and who decides meanwhile. */
@RestController
@RequestMapping("/api/approvals")
@Tag(name = "approvals")
class ApprovalsController {

    private final Approvals approvals;
    private final Delegations delegations;
    private final Publications publications;

    ApprovalsController(Approvals approvals, Delegations delegations, Publications publications) {
        this.approvals = approvals;
        this.delegations = delegations;
        this.publications = publications;
    }

    @GetMapping
    @Operation(operationId = "listApprovals")
    Slice<ApprovalView> list(@ParameterObject @Valid ApprovalQuery query) {
        return approvals.list(query);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getApproval")
    ApprovalView get(@PathVariable UUID id) {
        return approvals.get(id);
    }

    @PostMapping("/{id}/decision")
    @Operation(operationId = "decideApproval")
    @Needs("approvals.take-part")
    ApprovalView decide(@PathVariable UUID id, @RequestBody @Valid Decide command) {
        return approvals.decide(id, command);
    }

    @PostMapping("/{id}/hand-over")
    @Operation(operationId = "handOverApproval")
    @Needs("approvals.take-part")
    ApprovalView handOver(@PathVariable UUID id, @RequestBody @Valid HandOver command) {
        return approvals.handOver(id, command);
    }

    @PostMapping("/{id}/withdraw")
    @Operation(operationId = "withdrawApproval")
    @Needs("approvals.take-part")
    ApprovalView withdraw(@PathVariable UUID id, @RequestBody @Valid WithdrawApproval command) {
        return approvals.withdraw(id, command);
    }

    @PostMapping("/{id}/ask-again")
    @Operation(operationId = "askApprovalAgain")
    @Needs("approvals.take-part")
    ApprovalView askAgain(@PathVariable UUID id, @RequestBody @Valid AskAgain command) {
        return approvals.askAgain(id, command);
    }

    @PostMapping("/publications")
    @Operation(operationId = "askPublication")
    @Needs("policies.draft")
    ApprovalView askPublication(@RequestBody @Valid AskPublication command) {
        return publications.ask(command);
    }

    @GetMapping("/delegations")
    @Operation(operationId = "listDelegations")
    List<Delegation> delegations() {
        return delegations.list();
    }

    @GetMapping("/colleagues")
    @Operation(operationId = "listColleagues")
    List<Colleague> colleagues(@RequestParam @Nullable @Size(max = 60) String text) {
        return delegations.colleagues(text);
    }

    @PostMapping("/delegations")
    @Operation(operationId = "delegatePowers")
    @Needs("approvals.take-part")
    Delegation delegate(@RequestBody @Valid DelegatePowers command) {
        return delegations.delegate(command);
    }

    @DeleteMapping("/delegations/{id}")
    @Operation(operationId = "endDelegation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable UUID id) {
        delegations.end(id);
    }
}
