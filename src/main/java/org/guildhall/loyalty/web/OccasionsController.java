package org.guildhall.loyalty.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.access.Needs;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Slice;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.loyalty.OccasionQuery;
import org.guildhall.loyalty.OccasionReceipt;
import org.guildhall.loyalty.OccasionView;
import org.guildhall.loyalty.Occasions;
import org.guildhall.loyalty.RecordOccasion;
import org.guildhall.loyalty.TakeBackOccasion;
import org.guildhall.platform.IdempotencyKey;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Check-ins, completed profiles, answered surveys and members brought. */
@RestController
@RequestMapping("/api/occasions")
@Tag(name = "loyalty")
class OccasionsController {

    private final Occasions occasions;
    private final Loyalty loyalty;
    private final Access access;

    OccasionsController(Occasions occasions, Loyalty loyalty, Access access) {
        this.occasions = occasions;
        this.loyalty = loyalty;
        this.access = access;
    }

    @PostMapping
    @Operation(operationId = "recordOccasion")
    @Needs("loyalty.record-occasions")
    OccasionReceipt record(
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody RecordOccasion command) {
        return occasions.record(command, command.isKeyed() ? "" : IdempotencyKey.cause(access.actor(), key));
    }

    @PostMapping("/{id}/take-back")
    @Operation(operationId = "takeBackOccasion")
    @Needs("loyalty.take-back-occasions")
    OccasionView takeBack(@PathVariable UUID id, @Valid @RequestBody TakeBackOccasion command) {
        return occasions.takeBack(id, command);
    }

    @GetMapping
    @Operation(operationId = "listOccasions")
    Slice<OccasionView> list(@ParameterObject @Valid OccasionQuery query) {
        return occasions.list(query);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getOccasion")
    OccasionView get(@PathVariable UUID id) {
        return occasions.get(id);
    }

    @GetMapping("/{id}/why")
    @Operation(operationId = "explainOccasion", description = "Of an occasion or its taking back")
    Explanation why(@PathVariable UUID id) {
        return loyalty.why(id);
    }
}
