package org.guildhall.benefits.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.guildhall.access.Keyed;
import org.guildhall.access.Needs;
import org.guildhall.benefits.Benefits;
import org.guildhall.benefits.CatalogueView;
import org.guildhall.benefits.CheckCode;
import org.guildhall.benefits.CheckedCode;
import org.guildhall.benefits.CostQuery;
import org.guildhall.benefits.CostRow;
import org.guildhall.benefits.EntitlementView;
import org.guildhall.benefits.ExportCosts;
import org.guildhall.benefits.ExportUses;
import org.guildhall.benefits.IssueCode;
import org.guildhall.benefits.IssuedCode;
import org.guildhall.benefits.TakeBackUse;
import org.guildhall.benefits.UseBenefit;
import org.guildhall.benefits.UseQuery;
import org.guildhall.benefits.UseView;
import org.guildhall.kernel.MemberId;
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

/** Who is entitled to what and why, and what was used. */
@RestController
@RequestMapping("/api/benefits")
@Tag(name = "benefits")
class BenefitsController {

    private final Benefits benefits;

    BenefitsController(Benefits benefits) {
        this.benefits = benefits;
    }

    @GetMapping("/catalogue")
    @Operation(operationId = "benefitCatalogue", description = "The benefits and plans in force today")
    CatalogueView catalogue() {
        return benefits.catalogue();
    }

    @GetMapping("/members/{id}")
    @Operation(operationId = "listEntitlements", description = "Why, what is left, and what stands in the way")
    List<EntitlementView> of(@PathVariable UUID id) {
        return benefits.of(new MemberId(id));
    }

    @GetMapping("/counter/{id}")
    @Operation(operationId = "listCounterEntitlements", description = "What can be used at the counter without a code")
    List<EntitlementView> atTheCounter(@PathVariable UUID id) {
        return benefits.atTheCounter(new MemberId(id));
    }

    @PostMapping("/codes")
    @Operation(operationId = "issueBenefitCode", description = "Good once, for a few minutes")
    @Needs("benefits.code")
    IssuedCode issueCode(@Keyed String cause, @Valid @RequestBody IssueCode command) {
        return benefits.issueCode(command, cause);
    }

    @PostMapping("/codes/check")
    @Operation(operationId = "checkBenefitCode", description = "Whose it is and what it is for; changes nothing")
    @Needs("benefits.use")
    CheckedCode check(@Valid @RequestBody CheckCode command) {
        return benefits.check(command);
    }

    @PostMapping("/uses")
    @Operation(operationId = "useBenefit", description = "With a code, or for a member who was identified")
    @Needs("benefits.use")
    UseView use(@Keyed String cause, @Valid @RequestBody UseBenefit command) {
        return benefits.use(command, cause);
    }

    @GetMapping("/uses")
    @Operation(operationId = "listBenefitUses")
    Slice<UseView> uses(@ParameterObject @Valid UseQuery query) {
        return benefits.uses(query);
    }

    @GetMapping("/uses/{id}")
    @Operation(operationId = "getBenefitUse")
    UseView use(@PathVariable UUID id) {
        return benefits.get(id);
    }

    @PostMapping("/uses/{id}/take-back")
    @Operation(operationId = "takeBackBenefitUse")
    @Needs("benefits.take-back")
    UseView takeBack(@PathVariable UUID id, @Keyed String cause, @Valid @RequestBody TakeBackUse command) {
        return benefits.takeBack(id, command, cause);
    }

    @PostMapping("/uses/export")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "exportBenefitUses", description = "The job's result names the file")
    @Needs("benefits.export")
    JobView export(@Valid @RequestBody ExportUses command) {
        return benefits.export(command);
    }

    @PostMapping("/costs/export")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "exportBenefitCosts", description = "The job's result names the file")
    @Needs("benefits.export")
    JobView exportCosts(@Valid @RequestBody ExportCosts command) {
        return benefits.exportCosts(command);
    }

    @GetMapping("/costs")
    @Operation(
            operationId = "benefitCosts",
            description = "By benefit, tier, store or month; each store by store if wanted")
    List<CostRow> costs(@ParameterObject @Valid CostQuery query) {
        return benefits.costs(query);
    }
}
