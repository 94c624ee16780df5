package org.guildhall.adjustments.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.guildhall.access.Keyed;
import org.guildhall.access.Needs;
import org.guildhall.adjustments.Adjusted;
import org.guildhall.adjustments.Adjustments;
import org.guildhall.adjustments.ChangeOutlook;
import org.guildhall.adjustments.ChangePoints;
import org.guildhall.adjustments.MoveExpiry;
import org.guildhall.adjustments.ReversePosting;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.GrantTier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What staff change by hand: 200 when it is done, 202 when somebody has to agree first. */
@RestController
@RequestMapping("/api")
@Tag(name = "adjustments")
@ApiResponse(responseCode = "200", description = "Done")
class AdjustmentsController {

    private static final String WAITS = "Asked for: somebody has to agree first";

    private static final long LARGEST = 1_000_000_000_000L;

    private final Adjustments adjustments;

    AdjustmentsController(Adjustments adjustments) {
        this.adjustments = adjustments;
    }

    @PostMapping("/members/{memberId}/points")
    @Operation(operationId = "changePoints", summary = "Give or take value by hand")
    @Needs("ledger.adjust")
    @ApiResponse(responseCode = "202", description = WAITS)
    ResponseEntity<Adjusted> change(
            @PathVariable MemberId memberId, @Keyed String cause, @RequestBody @Valid ChangePoints command) {
        return answer(adjustments.change(memberId, command, cause));
    }

    @GetMapping("/members/{memberId}/points/outlook")
    @Operation(
            operationId = "foreseePointsChange",
            summary = "Whether so many points would wait, for whom, from when on")
    ChangeOutlook outlook(
            @PathVariable MemberId memberId,
            @RequestParam(defaultValue = "0") @Min(-LARGEST) @Max(LARGEST) long amount) {
        return adjustments.outlook(memberId, amount);
    }

    @PostMapping("/members/{memberId}/expiry")
    @Operation(operationId = "moveExpiry", summary = "Extend a lot, or restore what lapsed from it")
    @Needs("ledger.adjust")
    @ApiResponse(responseCode = "202", description = WAITS)
    ResponseEntity<Adjusted> moveExpiry(
            @PathVariable MemberId memberId, @Keyed String cause, @RequestBody @Valid MoveExpiry command) {
        return answer(adjustments.moveExpiry(memberId, command, cause));
    }

    @PostMapping("/loyalty/tier-grants")
    @Operation(operationId = "grantTier", summary = "Grant a tier by hand")
    @Needs("loyalty.grant-tier")
    @ApiResponse(responseCode = "202", description = WAITS)
    ResponseEntity<Adjusted> grantTier(@Keyed String cause, @RequestBody @Valid GrantTier command) {
        return answer(adjustments.grantTier(command, cause));
    }

    @PostMapping("/postings/{id}/reverse")
    @Operation(operationId = "reversePosting", summary = "Undo what was booked by hand")
    @Needs("ledger.adjust")
    @ApiResponse(responseCode = "202", description = WAITS)
    ResponseEntity<Adjusted> reverse(
            @PathVariable UUID id, @Keyed String cause, @RequestBody @Valid ReversePosting command) {
        return answer(adjustments.reverse(id, command, cause));
    }

    private static ResponseEntity<Adjusted> answer(Adjusted adjusted) {
        return ResponseEntity.status(adjusted.open() ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .body(adjusted);
    }
}
