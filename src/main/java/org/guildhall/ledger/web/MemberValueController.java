package org.guildhall.ledger.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Balances;
import org.guildhall.ledger.Hold;
import org.guildhall.ledger.LotView;
import org.guildhall.ledger.owned.OwnedValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What one member owns. */
@RestController
@RequestMapping("/api/members/{memberId}")
@Tag(name = "ledger")
class MemberValueController {

    private final OwnedValue owned;

    MemberValueController(OwnedValue owned) {
        this.owned = owned;
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

    @GetMapping("/lapsed-lots")
    @Operation(
            operationId = "listLapsedLots",
            summary = "What lapsed and was not restored, latest first; at most 100 lots")
    List<LotView> lapsed(@PathVariable MemberId memberId, @RequestParam(defaultValue = "points") String asset) {
        return owned.lapsed(memberId, OwnedValue.asset(asset));
    }

    @GetMapping("/holds")
    @Operation(operationId = "listHolds")
    List<Hold> holds(@PathVariable MemberId memberId) {
        return owned.holds(memberId);
    }
}
