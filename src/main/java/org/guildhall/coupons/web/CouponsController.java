package org.guildhall.coupons.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.guildhall.access.Keyed;
import org.guildhall.access.Needs;
import org.guildhall.coupons.CouponFact;
import org.guildhall.coupons.CouponQuery;
import org.guildhall.coupons.CouponView;
import org.guildhall.coupons.Coupons;
import org.guildhall.coupons.EndCoupon;
import org.guildhall.coupons.ExportCoupons;
import org.guildhall.coupons.HandOverGift;
import org.guildhall.coupons.IssueCoupons;
import org.guildhall.coupons.IssuedCoupons;
import org.guildhall.coupons.LockCoupon;
import org.guildhall.coupons.PassCoupon;
import org.guildhall.coupons.WithdrawMany;
import org.guildhall.coupons.WithdrawOutcome;
import org.guildhall.kernel.Slice;
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

/** Coupons of members, from the issue to the use. */
@RestController
@RequestMapping("/api/coupons")
@Tag(name = "coupons")
class CouponsController {

    private final Coupons coupons;

    CouponsController(Coupons coupons) {
        this.coupons = coupons;
    }

    @PostMapping
    @Operation(operationId = "issueCoupons", description = "One to each member named, by identifier or number")
    @Needs("coupons.issue")
    IssuedCoupons issue(@Keyed String cause, @Valid @RequestBody IssueCoupons command) {
        return coupons.issue(command, cause);
    }

    @GetMapping
    @Operation(operationId = "listCoupons")
    Slice<CouponView> list(@ParameterObject @Valid CouponQuery query) {
        return coupons.list(query);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getCoupon")
    CouponView get(@PathVariable UUID id) {
        return coupons.get(id);
    }

    @GetMapping("/{id}/facts")
    @Operation(operationId = "listCouponFacts", description = "Every step of its life, in order")
    List<CouponFact> facts(@PathVariable UUID id) {
        return coupons.facts(id);
    }

    @PostMapping("/{id}/lock")
    @Operation(operationId = "lockCoupon", description = "Keeps it for a store for a while")
    @Needs("coupons.hand-over")
    CouponView lock(@PathVariable UUID id, @Keyed String cause, @Valid @RequestBody LockCoupon command) {
        return coupons.lock(id, command, cause);
    }

    @PostMapping("/{id}/release")
    @Operation(operationId = "releaseCoupon")
    @Needs("coupons.hand-over")
    CouponView release(@PathVariable UUID id, @Keyed String cause, @Valid @RequestBody EndCoupon command) {
        return coupons.release(id, command, cause);
    }

    @PostMapping("/{id}/hand-over")
    @Operation(operationId = "handOverGift", description = "Hands a gift over without a purchase")
    @Needs("coupons.hand-over")
    CouponView handOver(@PathVariable UUID id, @Keyed String cause, @Valid @RequestBody HandOverGift command) {
        return coupons.handOver(id, command, cause);
    }

    @PostMapping("/{id}/withdraw")
    @Operation(operationId = "withdrawCoupon")
    @Needs("coupons.withdraw")
    CouponView withdraw(@PathVariable UUID id, @Keyed String cause, @Valid @RequestBody EndCoupon command) {
        return coupons.withdraw(id, command, cause);
    }

    @PostMapping("/withdraw")
    @Operation(operationId = "withdrawCoupons", description = "Several, each by itself")
    @Needs("coupons.withdraw")
    List<WithdrawOutcome> withdrawAll(@Keyed String cause, @Valid @RequestBody WithdrawMany command) {
        return coupons.withdrawAll(command, cause);
    }

    @PostMapping("/{id}/pass")
    @Operation(operationId = "passCoupon", description = "To another member, within its limits")
    @Needs("coupons.pass")
    CouponView pass(@PathVariable UUID id, @Keyed String cause, @Valid @RequestBody PassCoupon command) {
        return coupons.pass(id, command, cause);
    }

    @PostMapping("/export")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "exportCoupons", description = "The job's result names the file")
    @Needs("coupons.export")
    JobView export(@Valid @RequestBody ExportCoupons command) {
        return coupons.export(command);
    }
}
