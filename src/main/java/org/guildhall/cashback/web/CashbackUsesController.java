package org.guildhall.cashback.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.guildhall.access.Keyed;
import org.guildhall.access.Needs;
import org.guildhall.cashback.CashbackTill;
import org.guildhall.cashback.CashbackUseQuery;
import org.guildhall.cashback.CashbackUseView;
import org.guildhall.cashback.TakeBackCashback;
import org.guildhall.cashback.UseCashback;
import org.guildhall.kernel.Slice;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Cashback as money at the counter. */
@RestController
@RequestMapping("/api/cashback/uses")
@Tag(name = "cashback")
class CashbackUsesController {

    private final CashbackTill till;

    CashbackUsesController(CashbackTill till) {
        this.till = till;
    }

    @PostMapping
    @Operation(operationId = "useCashback", description = "Pays with cashback; refused where there is less")
    @Needs("cashback.use")
    CashbackUseView use(@Keyed String cause, @Valid @RequestBody UseCashback command) {
        return till.use(command, cause);
    }

    @GetMapping
    @Operation(operationId = "listCashbackUses")
    Slice<CashbackUseView> uses(@ParameterObject @Valid CashbackUseQuery query) {
        return till.uses(query);
    }

    @PostMapping("/{id}/take-back")
    @Operation(operationId = "takeBackCashbackUse", description = "What it took is the member's again")
    @Needs("cashback.take-back")
    CashbackUseView takeBack(@PathVariable UUID id, @Keyed String cause, @Valid @RequestBody TakeBackCashback command) {
        return till.takeBack(id, command, cause);
    }
}
