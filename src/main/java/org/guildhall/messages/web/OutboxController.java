package org.guildhall.messages.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.guildhall.access.Keyed;
import org.guildhall.access.Needs;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Slice;
import org.guildhall.messages.AdapterView;
import org.guildhall.messages.ExportMessages;
import org.guildhall.messages.MessageBecause;
import org.guildhall.messages.MessageDetail;
import org.guildhall.messages.MessageQuery;
import org.guildhall.messages.MessageView;
import org.guildhall.messages.Outbox;
import org.guildhall.messages.SendMessage;
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

/** Planned messages and their fates. */
@RestController
@RequestMapping("/api/messages")
@Tag(name = "messages")
class OutboxController {

    private final Outbox outbox;

    OutboxController(Outbox outbox) {
        this.outbox = outbox;
    }

    @GetMapping
    @Operation(operationId = "listMessages")
    Slice<MessageView> list(@ParameterObject @Valid MessageQuery query) {
        return outbox.list(query);
    }

    @PostMapping
    @Operation(
            operationId = "sendMessage",
            description = "Plans one message by hand; it goes out with the next dispatch")
    @Needs("messages.send")
    MessageDetail send(@Keyed String cause, @Valid @RequestBody SendMessage command) {
        return outbox.send(command, cause);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getMessage", description = "With its text as the reader may see it, and every attempt")
    MessageDetail get(@PathVariable UUID id) {
        return outbox.get(id);
    }

    @GetMapping("/{id}/why")
    @Operation(operationId = "explainMessage")
    Explanation why(@PathVariable UUID id) {
        return outbox.why(id);
    }

    @PostMapping("/{id}/retry")
    @Operation(operationId = "retryMessage", description = "One that failed or was suppressed is decided anew")
    @Needs("messages.operate")
    MessageView retry(@PathVariable UUID id, @Valid @RequestBody MessageBecause command) {
        return outbox.retry(id, command);
    }

    @PostMapping("/{id}/cancel")
    @Operation(operationId = "cancelMessage")
    @Needs("messages.operate")
    MessageView cancel(@PathVariable UUID id, @Valid @RequestBody MessageBecause command) {
        return outbox.cancel(id, command);
    }

    @PostMapping("/export")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "exportMessages", description = "The job's result names the file")
    @Needs("messages.export")
    JobView export(@Valid @RequestBody ExportMessages command) {
        return outbox.export(command);
    }

    @GetMapping("/adapters")
    @Operation(operationId = "listMessageAdapters", description = "How each channel is served")
    List<AdapterView> adapters() {
        return outbox.adapters();
    }
}
