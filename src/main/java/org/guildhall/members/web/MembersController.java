package org.guildhall.members.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.guildhall.access.Needs;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.members.Assignment;
import org.guildhall.members.Duplicate;
import org.guildhall.members.MemberField;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.MemberQuery;
import org.guildhall.members.MemberRow;
import org.guildhall.members.MemberStatus;
import org.guildhall.members.MemberView;
import org.guildhall.members.Members;
import org.guildhall.members.RegisterMember;
import org.guildhall.members.RegisteredMember;
import org.guildhall.members.TimelineEntry;
import org.guildhall.members.Transition;
import org.guildhall.members.UpdateMember;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Members: find, enter, change, move through the life cycle, show and end. */
@RestController
@RequestMapping("/api/members")
@Tag(name = "members")
class MembersController {

    private final Members members;

    MembersController(Members members) {
        this.members = members;
    }

    /** A change of personal values. */
    record ChangeMember(
            @Nullable Integer expectedVersion,
            @NotNull MemberProfile set,
            @Nullable Set<MemberField> clear,
            @Nullable @Size(max = 100) Set<@Size(max = 100) String> clearParts,
            @Nullable @Size(max = 300) String reason,
            @Nullable LocalDate effectiveOn,
            @Nullable Boolean shareMobile) {}

    /** A step in the life cycle. */
    record MoveMember(
            @NotNull MemberStatus to,
            @NotBlank @Size(max = 300) String reason,
            @Nullable Integer expectedVersion,
            @Nullable LocalDate effectiveOn) {}

    /** Which values to reveal, and why. */
    record RevealMember(
            @NotEmpty Set<MemberField> fields,
            @NotBlank @Size(max = 300) String reason) {}

    /** Why to erase. */
    record EraseMember(@NotBlank @Size(max = 300) String reason) {}

    @GetMapping
    @Operation(operationId = "findMembers", summary = "Finds members by number, mobile, name, pinyin or initials")
    Slice<MemberRow> find(
            @RequestParam(required = false) @Nullable @Size(max = 100) String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable List<String> columns,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return members.search(new MemberQuery(q, null, sort, columns, cursor, limit));
    }

    @PostMapping("/search")
    @Operation(operationId = "searchMembers", summary = "One page of the members that a query asks for")
    @Needs("members.read")
    Slice<MemberRow> search(@Valid @RequestBody MemberQuery query) {
        return members.search(query);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "registerMember", summary = "Enters a member; the answer names possible duplicates")
    @Needs("members.write")
    RegisteredMember register(@Valid @RequestBody RegisterMember command) {
        return members.register(command);
    }

    @PostMapping("/duplicates")
    @Operation(operationId = "findDuplicates", summary = "Members who may be the same as the one described")
    @Needs("members.read")
    List<Duplicate> duplicates(@RequestBody MemberProfile profile) {
        return members.duplicates(profile);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getMember", summary = "One member, masked; as it was known then if an instant is given")
    MemberView get(@PathVariable MemberId id, @RequestParam(required = false) @Nullable Instant knownAt) {
        return members.get(id, knownAt);
    }

    @PatchMapping("/{id}")
    @Operation(operationId = "updateMember", summary = "Changes personal values")
    @Needs("members.write")
    MemberView update(@PathVariable MemberId id, @Valid @RequestBody ChangeMember change) {
        return members.update(new UpdateMember(
                id,
                change.expectedVersion(),
                change.set(),
                change.clear(),
                change.clearParts(),
                change.reason(),
                change.effectiveOn(),
                change.shareMobile()));
    }

    @PostMapping("/{id}/transitions")
    @Operation(operationId = "transitionMember", summary = "Moves a member to another status")
    @Needs("members.transition")
    MemberView transition(@PathVariable MemberId id, @Valid @RequestBody MoveMember move) {
        return members.transition(
                new Transition(id, move.to(), move.reason(), move.expectedVersion(), move.effectiveOn()));
    }

    @PostMapping("/{id}/assignment")
    @Operation(operationId = "assignMember", summary = "Sets home store, adviser and tags")
    @Needs("members.assign")
    MemberView assign(@PathVariable MemberId id, @Valid @RequestBody Assignment assignment) {
        return members.assign(id, assignment);
    }

    @PostMapping("/{id}/contact-confirmations")
    @Operation(operationId = "confirmMemberContacts", summary = "Notes that the contact data was confirmed today")
    MemberView confirmContacts(@PathVariable MemberId id) {
        return members.confirmContacts(id);
    }

    @PostMapping("/{id}/reveal")
    @Operation(operationId = "revealMember", summary = "Clear values of the named fields; the act is audited")
    @Needs("members.reveal")
    MemberProfile reveal(@PathVariable MemberId id, @Valid @RequestBody RevealMember reveal) {
        return members.reveal(id, reveal.fields(), reveal.reason());
    }

    @PostMapping("/{id}/erasure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "eraseMember", summary = "Erases the personal values of a former member for good")
    @Needs("members.erase")
    void erase(@PathVariable MemberId id, @Valid @RequestBody EraseMember erase) {
        members.erase(id, erase.reason());
    }

    @GetMapping("/{id}/timeline")
    @Operation(operationId = "getMemberTimeline", summary = "Everything that happened to a member, newest first")
    Slice<TimelineEntry> timeline(
            @PathVariable MemberId id,
            @RequestParam(required = false) @Nullable Set<String> kind,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Slice.PAGE_LIMIT) int limit) {
        return members.timeline(id, Objects.requireNonNullElse(kind, Set.of()), knownAt, cursor, limit);
    }
}
