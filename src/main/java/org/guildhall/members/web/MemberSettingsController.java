package org.guildhall.members.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Set;
import org.guildhall.access.Access;
import org.guildhall.access.Needs;
import org.guildhall.members.AttributeDefinition;
import org.guildhall.members.attributes.Attributes;
import org.guildhall.members.attributes.Tags;
import org.guildhall.members.regions.Regions;
import org.guildhall.members.timeline.Timelines;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the registry is set up with: attributes, tags, kinds of entries, regions. */
@RestController
@RequestMapping("/api")
@Tag(name = "members")
class MemberSettingsController {

    private final Attributes attributes;
    private final Tags tags;
    private final Regions regions;
    private final Timelines timelines;
    private final Access access;

    MemberSettingsController(Attributes attributes, Tags tags, Regions regions, Timelines timelines, Access access) {
        this.attributes = attributes;
        this.tags = tags;
        this.regions = regions;
        this.timelines = timelines;
        this.access = access;
    }

    @GetMapping("/member-attributes")
    @Operation(operationId = "listMemberAttributes", summary = "The custom attributes defined")
    List<AttributeDefinition> attributes() {
        return attributes.all();
    }

    @PostMapping("/member-attributes")
    @Operation(operationId = "defineMemberAttribute", summary = "Adds or changes a custom attribute")
    @Needs("members.configure")
    AttributeDefinition define(@Valid @RequestBody AttributeDefinition definition) {
        return attributes.define(definition);
    }

    @GetMapping("/member-tags")
    @Operation(operationId = "listMemberTags", summary = "The tags there are")
    List<org.guildhall.members.attributes.Tag> tags() {
        return tags.all();
    }

    @PutMapping("/member-tags")
    @Operation(operationId = "saveMemberTag", summary = "Adds or changes a tag")
    @Needs("members.configure")
    org.guildhall.members.attributes.Tag save(@Valid @RequestBody org.guildhall.members.attributes.Tag tag) {
        return tags.save(tag);
    }

    @GetMapping("/timeline-kinds")
    @Operation(operationId = "listTimelineKinds", summary = "The kinds of entries a timeline can show the asker")
    Set<String> timelineKinds() {
        access.require(org.guildhall.members.MemberPermissions.READ);
        return timelines.kinds(access::may);
    }

    @GetMapping("/regions")
    @Operation(operationId = "listRegions", summary = "Provinces, cities and counties by GB/T 2260 code")
    List<Regions.Region> regions() {
        access.require(org.guildhall.members.MemberPermissions.READ);
        return regions.all();
    }
}
