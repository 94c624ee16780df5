package org.guildhall.prepaid.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.guildhall.prepaid.AdvanceView;
import org.guildhall.prepaid.Advances;
import org.guildhall.prepaid.DayView;
import org.guildhall.prepaid.LiabilityView;
import org.guildhall.prepaid.Tills;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The daily reconciliation, and what is owed to members. */
@RestController
@RequestMapping("/api/prepaid")
@Tag(name = "prepaid")
class TillsController {

    private final Tills tills;
    private final Advances advances;

    TillsController(Tills tills, Advances advances) {
        this.tills = tills;
        this.advances = advances;
    }

    @GetMapping("/days/{day}")
    @Operation(operationId = "reconcileStoredValueDay", description = "By store and method, held against the ledger")
    DayView day(@PathVariable LocalDate day) {
        return tills.day(day);
    }

    @GetMapping("/liability")
    @Operation(operationId = "getStoredValueLiability", description = "Now, and at the end of each day")
    LiabilityView liability(@RequestParam LocalDate from, @RequestParam LocalDate to) {
        return tills.liability(from, to);
    }

    @GetMapping("/advances")
    @Operation(
            operationId = "getAdvances",
            description = "Money paid in advance against the cap of the issuer's class, and what has to be in custody")
    AdvanceView advances() {
        return advances.standing();
    }
}
