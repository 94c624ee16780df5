package org.guildhall.mall.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.guildhall.access.Keyed;
import org.guildhall.access.Needs;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Slice;
import org.guildhall.mall.CancelMany;
import org.guildhall.mall.CancelOutcome;
import org.guildhall.mall.EndRedemption;
import org.guildhall.mall.ExportRedemptions;
import org.guildhall.mall.PickUp;
import org.guildhall.mall.PriceQuery;
import org.guildhall.mall.PricedRedemption;
import org.guildhall.mall.Redeem;
import org.guildhall.mall.Redeemed;
import org.guildhall.mall.RedemptionQuery;
import org.guildhall.mall.RedemptionView;
import org.guildhall.mall.Redemptions;
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

/** Redemptions from order to pick-up, and back. */
@RestController
@RequestMapping("/api/redemptions")
@Tag(name = "mall")
class RedemptionsController {

    private final Redemptions redemptions;

    RedemptionsController(Redemptions redemptions) {
        this.redemptions = redemptions;
    }

    @PostMapping
    @Operation(operationId = "redeem", description = "The pick-up code is in this answer and nowhere else")
    @Needs("mall.redeem")
    Redeemed redeem(@Keyed String cause, @Valid @RequestBody Redeem command) {
        return redemptions.redeem(command, cause);
    }

    @GetMapping
    @Operation(operationId = "listRedemptions")
    Slice<RedemptionView> list(@ParameterObject @Valid RedemptionQuery query) {
        return redemptions.list(query);
    }

    @GetMapping("/price")
    @Operation(
            operationId = "priceRedemption",
            description = "What an order would cost the member now, points and money")
    PricedRedemption price(@ParameterObject @Valid PriceQuery query) {
        return redemptions.price(query);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getRedemption")
    RedemptionView get(@PathVariable UUID id) {
        return redemptions.get(id);
    }

    @GetMapping("/{id}/why")
    @Operation(operationId = "explainRedemption")
    Explanation why(@PathVariable UUID id) {
        return redemptions.why(id);
    }

    @PostMapping("/{id}/code")
    @Operation(operationId = "renewPickUpCode", description = "A new code instead of a lost one")
    Redeemed renewCode(@PathVariable UUID id) {
        return redemptions.renewCode(id);
    }

    @PostMapping("/look-up")
    @Operation(operationId = "lookUpPickUpCode", description = "What a code stands for; wrong codes are counted")
    @Needs("mall.hand-out")
    RedemptionView lookUp(@Valid @RequestBody PickUp command) {
        return redemptions.lookUp(command);
    }

    @PostMapping("/hand-out")
    @Operation(operationId = "handOutRedemption")
    @Needs("mall.hand-out")
    RedemptionView handOut(@Keyed String cause, @Valid @RequestBody PickUp command) {
        return redemptions.handOut(command, cause);
    }

    @PostMapping("/{id}/cancel")
    @Operation(operationId = "cancelRedemption")
    @Needs("mall.cancel")
    RedemptionView cancel(@PathVariable UUID id, @Keyed String cause, @Valid @RequestBody EndRedemption command) {
        return redemptions.cancel(id, command, cause);
    }

    @PostMapping("/cancel")
    @Operation(operationId = "cancelRedemptions", description = "Several, each by itself")
    @Needs("mall.cancel")
    List<CancelOutcome> cancelAll(@Keyed String cause, @Valid @RequestBody CancelMany command) {
        return redemptions.cancelAll(command, cause);
    }

    @PostMapping("/{id}/take-back")
    @Operation(operationId = "takeBackRedemption")
    @Needs("mall.take-back")
    RedemptionView takeBack(@PathVariable UUID id, @Keyed String cause, @Valid @RequestBody EndRedemption command) {
        return redemptions.takeBack(id, command, cause);
    }

    @PostMapping("/export")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "exportRedemptions", description = "The job's result names the file")
    @Needs("mall.export")
    JobView export(@Valid @RequestBody ExportRedemptions command) {
        return redemptions.export(command);
    }
}
