package org.guildhall.prepaid.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.guildhall.access.Keyed;
import org.guildhall.access.Needs;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.JobView;
import org.guildhall.prepaid.Because;
import org.guildhall.prepaid.ExportMovements;
import org.guildhall.prepaid.GiveBack;
import org.guildhall.prepaid.MovementQuery;
import org.guildhall.prepaid.MovementView;
import org.guildhall.prepaid.Pay;
import org.guildhall.prepaid.StoredValue;
import org.guildhall.prepaid.TopUp;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Top-ups, payments and movements of stored value. */
@RestController
@RequestMapping("/api/prepaid")
@Tag(name = "prepaid")
class StoredValueController {

    private final StoredValue storedValue;

    StoredValueController(StoredValue storedValue) {
        this.storedValue = storedValue;
    }

    @PostMapping("/top-ups")
    @Operation(operationId = "topUpStoredValue")
    @Needs("prepaid.top-up")
    MovementView topUp(@Keyed String cause, @Valid @RequestBody TopUp command) {
        return storedValue.topUp(command, cause);
    }

    @PostMapping("/payments")
    @Operation(operationId = "payWithStoredValue")
    @Needs("prepaid.pay")
    MovementView pay(@Keyed String cause, @Valid @RequestBody Pay command) {
        return storedValue.pay(command, cause);
    }

    @PostMapping("/locks")
    @Operation(
            operationId = "lockStoredValue",
            description = "Sets a payment aside until it is used, released or lapses")
    @Needs("prepaid.pay")
    MovementView lock(@Keyed String cause, @Valid @RequestBody Pay command) {
        return storedValue.lock(command, cause);
    }

    @PostMapping("/locks/{id}/use")
    @Operation(operationId = "useLockedStoredValue")
    MovementView use(@PathVariable UUID id, @Keyed String cause) {
        return storedValue.use(id, cause);
    }

    @PostMapping("/locks/{id}/release")
    @Operation(operationId = "releaseLockedStoredValue")
    MovementView release(@PathVariable UUID id, @Keyed String cause) {
        return storedValue.release(id, cause);
    }

    @PostMapping("/payments/{id}/give-back")
    @Operation(
            operationId = "giveBackStoredValuePayment",
            description = "In whole or part, to the pots it was taken from")
    @Needs("prepaid.give-back")
    MovementView giveBack(@PathVariable UUID id, @Keyed String cause, @Valid @RequestBody GiveBack command) {
        return storedValue.giveBack(id, command, cause);
    }

    @PostMapping("/movements/{id}/undo")
    @Operation(operationId = "undoStoredValueMovement", description = "A top-up, a refund or a transfer")
    @Needs("prepaid.undo")
    MovementView undo(@PathVariable UUID id, @Keyed String cause, @Valid @RequestBody Because command) {
        return storedValue.undo(id, command, cause);
    }

    @GetMapping("/movements")
    @Operation(operationId = "listStoredValueMovements")
    Slice<MovementView> list(@ParameterObject @Valid MovementQuery query) {
        return storedValue.list(query);
    }

    @GetMapping("/movements/{id}")
    @Operation(operationId = "getStoredValueMovement")
    MovementView get(@PathVariable UUID id) {
        return storedValue.get(id);
    }

    @GetMapping("/movements/{id}/why")
    @Operation(operationId = "explainStoredValueMovement")
    Explanation why(@PathVariable UUID id) {
        return storedValue.why(id);
    }

    @PostMapping("/movements/export")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "exportStoredValueMovements", description = "The job's result names the file")
    @Needs("prepaid.export")
    JobView export(@Valid @RequestBody ExportMovements command) {
        return storedValue.export(command);
    }
}
