package org.guildhall.ledger.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.Explanation;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.Receipt;
import org.guildhall.ledger.ReversePosting;
import org.guildhall.ledger.adjusting.Adjustments;
import org.guildhall.ledger.adjusting.OwnedValue;
import org.guildhall.platform.IdempotencyKey;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The ledger's laws, and postings to be undone. */
@RestController
@RequestMapping("/api")
@Tag(name = "ledger")
class LedgerController {

    private final OwnedValue owned;
    private final Adjustments adjustments;

    LedgerController(OwnedValue owned, Adjustments adjustments) {
        this.owned = owned;
        this.adjustments = adjustments;
    }

    @GetMapping("/ledger/laws")
    @Operation(operationId = "listLawProofs")
    List<LawProof> laws() {
        return owned.laws();
    }

    @PostMapping("/ledger/laws")
    @Operation(operationId = "proveLaws")
    List<LawProof> prove() {
        return owned.prove();
    }

    @GetMapping("/postings/{id}/why")
    @Operation(operationId = "explainPosting")
    Explanation why(@PathVariable UUID id) {
        return owned.why(id);
    }

    @PostMapping("/postings/{id}/reverse")
    @Operation(operationId = "reversePosting")
    Receipt reverse(
            @PathVariable UUID id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody ReversePosting command) {
        return adjustments.reverse(id, command, key);
    }
}
