package org.guildhall.benefits.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.guildhall.access.Keyed;
import org.guildhall.access.Needs;
import org.guildhall.benefits.BenefitGrants;
import org.guildhall.benefits.EndGrant;
import org.guildhall.benefits.GiveGrant;
import org.guildhall.benefits.GrantQuery;
import org.guildhall.benefits.GrantView;
import org.guildhall.kernel.Slice;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Plans assigned and benefits given by hand. */
@RestController
@RequestMapping("/api/benefits/grants")
@Tag(name = "benefits")
class BenefitGrantsController {

    private final BenefitGrants grants;

    BenefitGrantsController(BenefitGrants grants) {
        this.grants = grants;
    }

    @PostMapping
    @Operation(operationId = "giveBenefit", description = "A plan, or one benefit to a person with its last day")
    @Needs("benefits.grant")
    GrantView give(@Keyed String cause, @Valid @RequestBody GiveGrant command) {
        return grants.give(command, cause);
    }

    @GetMapping
    @Operation(operationId = "listBenefitGrants")
    Slice<GrantView> list(@ParameterObject @Valid GrantQuery query) {
        return grants.list(query);
    }

    @PostMapping("/{id}/revoke")
    @Operation(operationId = "revokeBenefitGrant", description = "From now on")
    @Needs("benefits.grant")
    GrantView revoke(@PathVariable UUID id, @Keyed String cause, @Valid @RequestBody EndGrant command) {
        return grants.revoke(id, command, cause);
    }
}
