package org.guildhall.prepaid.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.guildhall.access.Keyed;
import org.guildhall.access.Needs;
import org.guildhall.kernel.MemberId;
import org.guildhall.prepaid.AccountView;
import org.guildhall.prepaid.Because;
import org.guildhall.prepaid.MovementView;
import org.guildhall.prepaid.QuoteRefund;
import org.guildhall.prepaid.QuoteTopUp;
import org.guildhall.prepaid.Refund;
import org.guildhall.prepaid.RefundQuote;
import org.guildhall.prepaid.StoredValue;
import org.guildhall.prepaid.TopUpQuote;
import org.guildhall.prepaid.Transfer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One member's stored value: what there is, refunds, freezing and transfers. */
@RestController
@RequestMapping("/api/members/{memberId}/prepaid")
@Tag(name = "prepaid")
class MemberStoredValueController {

    private final StoredValue storedValue;

    MemberStoredValueController(StoredValue storedValue) {
        this.storedValue = storedValue;
    }

    @GetMapping
    @Operation(operationId = "getStoredValue")
    AccountView account(@PathVariable MemberId memberId) {
        return storedValue.account(memberId);
    }

    @PostMapping("/top-up-quote")
    @Operation(operationId = "quoteStoredValueTopUp", description = "What it would bring; nothing is booked")
    @Needs("prepaid.top-up")
    TopUpQuote quote(@PathVariable MemberId memberId, @Valid @RequestBody QuoteTopUp command) {
        return storedValue.quote(memberId, command);
    }

    @PostMapping("/refund-quote")
    @Operation(operationId = "quoteStoredValueRefund", description = "The calculation line by line; nothing is booked")
    @Needs("prepaid.refund")
    RefundQuote quote(@PathVariable MemberId memberId, @Valid @RequestBody QuoteRefund command) {
        return storedValue.quote(memberId, command);
    }

    @PostMapping("/refund")
    @Operation(operationId = "refundStoredValue", description = "Refused if it is no longer what was quoted")
    @Needs("prepaid.refund")
    MovementView refund(@PathVariable MemberId memberId, @Keyed String cause, @Valid @RequestBody Refund command) {
        return storedValue.refund(memberId, command, cause);
    }

    @PostMapping("/freeze")
    @Operation(operationId = "freezeStoredValue")
    @Needs("prepaid.freeze")
    MovementView freeze(@PathVariable MemberId memberId, @Keyed String cause, @Valid @RequestBody Because command) {
        return storedValue.freeze(memberId, command, cause);
    }

    @PostMapping("/unfreeze")
    @Operation(operationId = "unfreezeStoredValue")
    @Needs("prepaid.freeze")
    MovementView unfreeze(@PathVariable MemberId memberId, @Keyed String cause, @Valid @RequestBody Because command) {
        return storedValue.unfreeze(memberId, command, cause);
    }

    @PostMapping("/transfer")
    @Operation(operationId = "transferStoredValue")
    @Needs("prepaid.transfer")
    MovementView transfer(@PathVariable MemberId memberId, @Keyed String cause, @Valid @RequestBody Transfer command) {
        return storedValue.transfer(memberId, command, cause);
    }
}
