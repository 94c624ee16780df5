package org.guildhall.ledger.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Balances;
import org.guildhall.ledger.ChangePoints;
import org.guildhall.ledger.Hold;
import org.guildhall.ledger.LotView;
import org.guildhall.ledger.Receipt;
import org.guildhall.ledger.adjusting.Adjustments;
import org.guildhall.ledger.adjusting.OwnedValue;
import org.guildhall.platform.IdempotencyKey;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What one member owns, and changes of it by hand. */
@RestController
@RequestMapping("/api/members/{memberId}")
@Tag(name = "ledger")
class MemberValueController {

    private final OwnedValue owned;
    private final Adjustments adjustments;

    MemberValueController(OwnedValue owned, Adjustments adjustments) {
        this.owned = owned;
        this.adjustments = adjustments;
    }

    @PostMapping("/points")
    @Operation(operationId = "changePoints")
    Receipt change(
            @PathVariable MemberId memberId,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody @Valid ChangePoints command) {
        return adjustments.change(memberId, command, key);
    }

    @GetMapping("/balances")
    @Operation(operationId = "getBalances")
    Balances balances(@PathVariable MemberId memberId) {
        return owned.balances(memberId);
    }

    @GetMapping("/lots")
    @Operation(operationId = "listLots")
    List<LotView> lots(@PathVariable MemberId memberId, @RequestParam(defaultValue = "points") String asset) {
        return owned.lots(memberId, asset);
    }

    @GetMapping("/holds")
    @Operation(operationId = "listHolds")
    List<Hold> holds(@PathVariable MemberId memberId) {
        return owned.holds(memberId);
    }
}
