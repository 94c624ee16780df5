package org.guildhall.checkout.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.guildhall.access.Keyed;
import org.guildhall.access.Needs;
import org.guildhall.checkout.Basket;
import org.guildhall.checkout.CheckoutQuery;
import org.guildhall.checkout.CheckoutRow;
import org.guildhall.checkout.CheckoutView;
import org.guildhall.checkout.Checkouts;
import org.guildhall.checkout.CommitCheckout;
import org.guildhall.checkout.Quote;
import org.guildhall.checkout.ReturnParts;
import org.guildhall.checkout.ReturnView;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Slice;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The counter: quotes, checkouts and returns. */
@RestController
@RequestMapping("/api/checkouts")
@Tag(name = "checkout")
class CheckoutsController {

    private final Checkouts checkouts;

    CheckoutsController(Checkouts checkouts) {
        this.checkouts = checkouts;
    }

    @PostMapping("/quote")
    @Operation(operationId = "quoteCheckout", description = "What a basket costs now, and why; nothing is booked")
    @Needs("checkout.sell")
    Quote quote(@Valid @RequestBody Basket basket) {
        return checkouts.quote(basket);
    }

    @PostMapping
    @Operation(operationId = "commitCheckout", description = "Refused if it is no longer what was quoted")
    @Needs("checkout.sell")
    CheckoutView commit(@Keyed String cause, @Valid @RequestBody CommitCheckout command) {
        return checkouts.commit(command, cause);
    }

    @GetMapping
    @Operation(operationId = "listCheckouts")
    Slice<CheckoutRow> list(@ParameterObject @Valid CheckoutQuery query) {
        return checkouts.list(query);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getCheckout")
    CheckoutView get(@PathVariable UUID id) {
        return checkouts.get(id);
    }

    @GetMapping("/{id}/why")
    @Operation(operationId = "explainCheckout")
    Explanation why(@PathVariable UUID id) {
        return checkouts.why(id);
    }

    @PostMapping("/{id}/return-quote")
    @Operation(operationId = "quoteCheckoutReturn", description = "What would go back; nothing is booked")
    @Needs("checkout.take-back")
    ReturnView quoteReturn(@PathVariable UUID id, @Valid @RequestBody ReturnParts command) {
        return checkouts.quoteReturn(id, command);
    }

    @PostMapping("/{id}/returns")
    @Operation(
            operationId = "takeBackCheckout",
            description = "The lines named, or everything that is left if so said, with all its effects")
    @Needs("checkout.take-back")
    CheckoutView giveBack(@PathVariable UUID id, @Keyed String cause, @Valid @RequestBody ReturnParts command) {
        return checkouts.giveBack(id, command, cause);
    }
}
