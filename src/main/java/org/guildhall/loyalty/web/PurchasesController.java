package org.guildhall.loyalty.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.access.Needs;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Slice;
import org.guildhall.loyalty.BulkOutcome;
import org.guildhall.loyalty.BulkPurchases;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.loyalty.PurchaseQuery;
import org.guildhall.loyalty.PurchaseReceipt;
import org.guildhall.loyalty.PurchaseRow;
import org.guildhall.loyalty.PurchaseView;
import org.guildhall.loyalty.RecordPurchase;
import org.guildhall.loyalty.RecordReturn;
import org.guildhall.loyalty.ReturnReceipt;
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

/** Purchases and returns. */
@RestController
@RequestMapping("/api")
@Tag(name = "loyalty")
class PurchasesController {

    private final Loyalty loyalty;
    private final Access access;

    PurchasesController(Loyalty loyalty, Access access) {
        this.loyalty = loyalty;
        this.access = access;
    }

    @PostMapping("/purchases")
    @Operation(operationId = "recordPurchase")
    @Needs("loyalty.record")
    PurchaseReceipt record(
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody RecordPurchase command) {
        return loyalty.record(command, command.isKeyed() ? "" : IdempotencyKey.cause(access.actor(), key));
    }

    @PostMapping("/purchases/bulk")
    @Operation(operationId = "recordPurchases")
    @Needs("loyalty.record")
    BulkOutcome recordAll(@Valid @RequestBody BulkPurchases command) {
        return loyalty.recordBulk(command);
    }

    @PostMapping("/returns")
    @Operation(operationId = "recordReturn")
    @Needs("loyalty.record")
    ReturnReceipt recordReturn(
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody RecordReturn command) {
        return loyalty.record(command, command.number() != null ? "" : IdempotencyKey.cause(access.actor(), key));
    }

    @GetMapping("/purchases")
    @Operation(operationId = "listPurchases")
    Slice<PurchaseRow> list(@ParameterObject @Valid PurchaseQuery query) {
        return loyalty.purchases(query);
    }

    @GetMapping("/purchases/{id}")
    @Operation(operationId = "getPurchase")
    PurchaseView get(@PathVariable UUID id) {
        return loyalty.purchase(id);
    }

    @GetMapping("/purchases/{id}/why")
    @Operation(operationId = "explainPurchase", description = "Of a purchase or a return")
    Explanation why(@PathVariable UUID id) {
        return loyalty.why(id);
    }
}
