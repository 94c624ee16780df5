package org.guildhall.loyalty.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.guildhall.access.Needs;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.loyalty.RuleTrialView;
import org.guildhall.loyalty.StandingView;
import org.guildhall.loyalty.TierChangeView;
import org.guildhall.loyalty.TryRules;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Standings, tiers and the trying of rules. */
@RestController
@RequestMapping("/api/loyalty")
@Tag(name = "loyalty")
class LoyaltyController {

    private final Loyalty loyalty;

    LoyaltyController(Loyalty loyalty) {
        this.loyalty = loyalty;
    }

    @GetMapping("/members/{id}/standing")
    @Operation(operationId = "getStanding")
    StandingView standing(@PathVariable MemberId id) {
        return loyalty.standing(id);
    }

    @GetMapping("/members/{id}/next-steps")
    @Operation(operationId = "getNextSteps", summary = "What is worth doing next for a member, and why")
    List<Explanation> nextSteps(@PathVariable MemberId id) {
        return loyalty.nextSteps(id);
    }

    @GetMapping("/members/{id}/tier-history")
    @Operation(operationId = "getTierHistory")
    List<TierChangeView> tierHistory(@PathVariable MemberId id) {
        return loyalty.tierHistory(id);
    }

    @PostMapping("/test-rules")
    @Operation(operationId = "testRules")
    @Needs("loyalty.try")
    RuleTrialView test(@Valid @RequestBody TryRules command) {
        return loyalty.tryRules(command);
    }
}
