package org.guildhall.members.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.guildhall.access.Needs;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.ConsentView;
import org.guildhall.members.RecordConsent;
import org.guildhall.members.consents.Consents;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What members agreed to. */
@RestController
@RequestMapping("/api")
@Tag(name = "members")
class ConsentsController {

    private final Consents consents;

    ConsentsController(Consents consents) {
        this.consents = consents;
    }

    @GetMapping("/members/{id}/consents")
    @Operation(operationId = "listMemberConsents", summary = "What a member agreed to, newest first")
    List<ConsentView> consents(@PathVariable MemberId id) {
        return consents.of(id);
    }

    @PostMapping("/members/{id}/consents")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "recordMemberConsent", summary = "Notes what a member agreed to or withdrew")
    @Needs("members.consent")
    List<ConsentView> record(@PathVariable MemberId id, @Valid @RequestBody RecordConsent said) {
        return consents.record(id, said);
    }
}
