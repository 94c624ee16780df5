package org.guildhall.coupons.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.guildhall.access.Needs;
import org.guildhall.coupons.BatchDetails;
import org.guildhall.coupons.BatchQuery;
import org.guildhall.coupons.BatchRevision;
import org.guildhall.coupons.BatchView;
import org.guildhall.coupons.ChangeBatch;
import org.guildhall.coupons.CouponBatches;
import org.guildhall.coupons.MoveBatch;
import org.guildhall.kernel.Slice;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Batches of coupons. */
@RestController
@RequestMapping("/api/coupon-batches")
@Tag(name = "coupons")
class CouponBatchesController {

    private final CouponBatches batches;

    CouponBatchesController(CouponBatches batches) {
        this.batches = batches;
    }

    @GetMapping
    @Operation(operationId = "listCouponBatches")
    Slice<BatchView> list(@ParameterObject @Valid BatchQuery query) {
        return batches.list(query);
    }

    @PostMapping
    @Operation(operationId = "enterCouponBatch", description = "As a draft")
    @Needs("coupons.configure")
    BatchView enter(@Valid @RequestBody BatchDetails details) {
        return batches.enter(details);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getCouponBatch")
    BatchView get(@PathVariable UUID id) {
        return batches.get(id);
    }

    @PutMapping("/{id}")
    @Operation(operationId = "changeCouponBatch", description = "New terms; coupons issued before keep theirs")
    @Needs("coupons.configure")
    BatchView change(@PathVariable UUID id, @Valid @RequestBody ChangeBatch command) {
        return batches.change(id, command);
    }

    @PostMapping("/{id}/state")
    @Operation(operationId = "moveCouponBatch", description = "Opens a batch, or closes it for good")
    @Needs("coupons.configure")
    BatchView move(@PathVariable UUID id, @Valid @RequestBody MoveBatch command) {
        return batches.move(id, command);
    }

    @GetMapping("/{id}/revisions")
    @Operation(operationId = "listCouponBatchRevisions", description = "All its terms, newest first")
    List<BatchRevision> revisions(@PathVariable UUID id) {
        return batches.revisions(id);
    }
}
