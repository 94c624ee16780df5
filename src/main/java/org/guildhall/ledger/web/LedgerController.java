package org.guildhall.ledger.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Slice;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.owned.OwnedValue;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger's laws, and why a posting was made. */
@RestController
@RequestMapping("/api")
@Tag(name = "ledger")
class LedgerController {

    private final OwnedValue owned;

    LedgerController(OwnedValue owned) {
        this.owned = owned;
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

    @GetMapping("/ledger/laws/{law}/proofs")
    @Operation(operationId = "listProofsOfLaw", summary = "Every proof of one law, the newest first")
    Slice<LawProof> proofs(
            @PathVariable String law,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return owned.proofs(law, cursor, limit);
    }

    @GetMapping("/postings/{id}/why")
    @Operation(operationId = "explainPosting")
    Explanation why(@PathVariable UUID id) {
        return owned.why(id);
    }
}
