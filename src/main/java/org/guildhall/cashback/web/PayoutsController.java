package org.guildhall.cashback.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.guildhall.access.Keyed;
import org.guildhall.access.Needs;
import org.guildhall.cashback.CommissionPayouts;
import org.guildhall.cashback.ExportPayoutLines;
import org.guildhall.cashback.PayoutLineQuery;
import org.guildhall.cashback.PayoutLineView;
import org.guildhall.cashback.PayoutPreview;
import org.guildhall.cashback.PayoutQuery;
import org.guildhall.cashback.PayoutView;
import org.guildhall.cashback.ProposePayout;
import org.guildhall.cashback.ReversalAnswer;
import org.guildhall.cashback.ReversePayout;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.JobView;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Commissions paid out. */
@RestController
@RequestMapping("/api/cashback")
@Tag(name = "cashback")
class PayoutsController {

    private final CommissionPayouts payouts;

    PayoutsController(CommissionPayouts payouts) {
        this.payouts = payouts;
    }

    @GetMapping("/payouts/preview")
    @Operation(
            operationId = "previewCommissionPayout",
            description = "What a payout for the month of a day would propose now, and whether others have to agree")
    PayoutPreview preview(@RequestParam LocalDate month) {
        return payouts.preview(YearMonth.from(month));
    }

    @PostMapping("/payouts")
    @Operation(
            operationId = "proposeCommissionPayout",
            description = "Paid at once where nobody else has to agree, else with the last yes")
    @Needs("cashback.pay-out")
    PayoutView propose(@Keyed String cause, @Valid @RequestBody ProposePayout command) {
        return payouts.propose(command, cause);
    }

    @GetMapping("/payouts")
    @Operation(operationId = "listCommissionPayouts")
    Slice<PayoutView> list(@ParameterObject @Valid PayoutQuery query) {
        return payouts.list(query);
    }

    @GetMapping("/payouts/{id}")
    @Operation(operationId = "getCommissionPayout")
    PayoutView get(@PathVariable UUID id) {
        return payouts.get(id);
    }

    @PostMapping("/payouts/{id}/reverse")
    @Operation(
            operationId = "reverseCommissionPayout",
            description = "Takes one payment or all of them back, or asks for it; what they were is due again")
    @Needs("cashback.pay-out")
    ReversalAnswer reverse(@PathVariable UUID id, @Keyed String cause, @Valid @RequestBody ReversePayout command) {
        return payouts.reverse(id, command, cause);
    }

    @GetMapping("/payout-lines")
    @Operation(
            operationId = "listPayoutLines",
            description = "What was proposed for whom, and what was paid before tax")
    Slice<PayoutLineView> lines(@ParameterObject @Valid PayoutLineQuery query) {
        return payouts.lines(query);
    }

    @PostMapping("/payout-lines/export")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "exportPayoutLines", description = "The job's result names the file")
    @Needs("cashback.payouts-read")
    JobView export(@Valid @RequestBody ExportPayoutLines command) {
        return payouts.export(command);
    }
}
