package org.guildhall.messages.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.guildhall.access.Needs;
import org.guildhall.messages.PreviewTemplate;
import org.guildhall.messages.PreviewView;
import org.guildhall.messages.PublishTemplate;
import org.guildhall.messages.ReasonView;
import org.guildhall.messages.RetireTemplate;
import org.guildhall.messages.TemplateView;
import org.guildhall.messages.Templates;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The texts of messages. */
@RestController
@RequestMapping("/api/messages")
@Tag(name = "messages")
class TemplatesController {

    private final Templates templates;

    TemplatesController(Templates templates) {
        this.templates = templates;
    }

    @GetMapping("/templates")
    @Operation(operationId = "listMessageTemplates")
    List<TemplateView> list() {
        return templates.list();
    }

    @GetMapping("/templates/{code}")
    @Operation(operationId = "getMessageTemplate")
    TemplateView get(@PathVariable String code) {
        return templates.get(code);
    }

    @GetMapping("/templates/{code}/versions")
    @Operation(operationId = "listMessageTemplateVersions", description = "Newest first")
    List<TemplateView.Version> versions(@PathVariable String code) {
        return templates.versions(code);
    }

    @GetMapping("/reasons")
    @Operation(
            operationId = "listMessageReasons",
            description = "What there is to tell, with the variables of its texts")
    List<ReasonView> reasons() {
        return templates.reasons();
    }

    @PostMapping("/templates/preview")
    @Operation(
            operationId = "previewMessageTemplate",
            description = "What texts would look like, and which rules they break; nothing is stored")
    @Needs("messages.read")
    PreviewView preview(@Valid @RequestBody PreviewTemplate draft) {
        return templates.preview(draft);
    }

    @PostMapping("/templates")
    @Operation(operationId = "publishMessageTemplate", description = "The first or next version")
    @Needs("messages.templates")
    TemplateView publish(@Valid @RequestBody PublishTemplate command) {
        return templates.publish(command);
    }

    @PostMapping("/templates/{code}/retire")
    @Operation(operationId = "retireMessageTemplate", description = "Takes it out of use or back")
    @Needs("messages.templates")
    TemplateView retire(@PathVariable String code, @Valid @RequestBody RetireTemplate command) {
        return templates.retire(code, command);
    }
}
