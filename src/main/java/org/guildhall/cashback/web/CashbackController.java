package org.guildhall.cashback.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.UUID;
import org.guildhall.access.Needs;
import org.guildhall.cashback.Cashback;
import org.guildhall.cashback.CashbackStanding;
import org.guildhall.cashback.ExportRebates;
import org.guildhall.cashback.RebateDetail;
import org.guildhall.cashback.RebateQuery;
import org.guildhall.cashback.RebateView;
import org.guildhall.cashback.SettleRebates;
import org.guildhall.cashback.SettlementPreview;
import org.guildhall.cashback.SettlementQuery;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.JobView;
import org.guildhall.platform.RunView;
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

/** What purchases bring back, and its settlement. */
@RestController
@RequestMapping("/api/cashback")
@Tag(name = "cashback")
class CashbackController {

    private final Cashback cashback;

    CashbackController(Cashback cashback) {
        this.cashback = cashback;
    }

    @GetMapping("/members/{id}")
    @Operation(operationId = "cashbackOfMember", description = "What waits, what there is to spend, and what is owed")
    CashbackStanding of(@PathVariable UUID id) {
        return cashback.of(new MemberId(id));
    }

    @GetMapping("/rebates")
    @Operation(operationId = "listRebates")
    Slice<RebateView> rebates(@ParameterObject @Valid RebateQuery query) {
        return cashback.rebates(query);
    }

    @GetMapping("/rebates/{id}")
    @Operation(operationId = "getRebate", description = "Every step of every line, every credit, and why")
    RebateDetail get(@PathVariable UUID id) {
        return cashback.get(id);
    }

    @PostMapping("/rebates/export")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "exportRebates", description = "The job's result names the file")
    @Needs("cashback.export")
    JobView export(@Valid @RequestBody ExportRebates command) {
        return cashback.export(command);
    }

    @GetMapping("/settlements/preview")
    @Operation(operationId = "previewSettlement", description = "What settling through a day would credit")
    SettlementPreview preview(@RequestParam LocalDate through) {
        return cashback.preview(through);
    }

    @GetMapping("/settlements")
    @Operation(operationId = "listSettlements")
    Slice<RunView> settlements(@ParameterObject @Valid SettlementQuery query) {
        return cashback.settlements(query);
    }

    @PostMapping("/settlements")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "settleRebates",
            description = "Credits what is due and was not credited; the job's result names the run")
    @Needs("cashback.settle")
    JobView settle(@Valid @RequestBody SettleRebates command) {
        return cashback.settle(command);
    }
}
