package org.guildhall.cashback.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.guildhall.access.Keyed;
import org.guildhall.access.Needs;
import org.guildhall.cashback.BondQuery;
import org.guildhall.cashback.BondView;
import org.guildhall.cashback.CommissionStatement;
import org.guildhall.cashback.EndPromoter;
import org.guildhall.cashback.EnrolPromoter;
import org.guildhall.cashback.ExportPromoters;
import org.guildhall.cashback.PromoterQuery;
import org.guildhall.cashback.PromoterView;
import org.guildhall.cashback.Promoters;
import org.guildhall.cashback.Rebind;
import org.guildhall.cashback.Recommend;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.JobView;
import org.jspecify.annotations.Nullable;
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

/** Promoters, whom they brought, and what it came to. */
@RestController
@RequestMapping("/api/cashback")
@Tag(name = "cashback")
class PromotersController {

    private final Promoters promoters;

    PromotersController(Promoters promoters) {
        this.promoters = promoters;
    }

    @PostMapping("/promoters")
    @Operation(operationId = "enrolPromoter", description = "With the member's consent to the terms in force")
    @Needs("cashback.promote")
    PromoterView enrol(@Keyed String cause, @Valid @RequestBody EnrolPromoter command) {
        return promoters.enrol(command, cause);
    }

    @GetMapping("/promoters")
    @Operation(operationId = "listPromoters")
    Slice<PromoterView> list(@ParameterObject @Valid PromoterQuery query) {
        return promoters.list(query);
    }

    @PostMapping("/promoters/export")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "exportPromoters", description = "The job's result names the file")
    @Needs("cashback.promoters-read")
    JobView export(@Valid @RequestBody ExportPromoters command) {
        return promoters.export(command);
    }

    @PostMapping("/promoters/{id}/end")
    @Operation(operationId = "endPromoter", description = "From now on; what was bought until then still counts")
    @Needs("cashback.promote")
    PromoterView end(@PathVariable UUID id, @Keyed String cause, @Valid @RequestBody EndPromoter command) {
        return promoters.end(new MemberId(id), command, cause);
    }

    @GetMapping("/promoters/{id}/statement")
    @Operation(
            operationId = "commissionStatement",
            description = "What was credited, clawed back and paid out in the month of a day")
    CommissionStatement statement(
            @PathVariable UUID id,
            @RequestParam LocalDate month,
            @RequestParam(required = false) @Size(max = 200) @Nullable String cursor) {
        return promoters.statement(id, YearMonth.from(month), cursor);
    }

    @PostMapping("/bonds")
    @Operation(
            operationId = "recommendCustomer",
            description = "The first touch; nobody but authority changes it later")
    @Needs("cashback.promote")
    BondView recommend(@Keyed String cause, @Valid @RequestBody Recommend command) {
        return promoters.recommend(command, cause);
    }

    @GetMapping("/bonds")
    @Operation(
            operationId = "listBonds",
            description = "The steps of a customer, or those that bound some to a promoter")
    Slice<BondView> bonds(@ParameterObject @Valid BondQuery query) {
        return promoters.bonds(query);
    }

    @PostMapping("/bonds/{customer}/change")
    @Operation(operationId = "rebindCustomer", description = "By authority, from now on, for a reason")
    @Needs("cashback.rebind")
    BondView rebind(@PathVariable UUID customer, @Keyed String cause, @Valid @RequestBody Rebind command) {
        return promoters.rebind(new MemberId(customer), command, cause);
    }
}
