package org.guildhall.checkout.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.LocalDate;
import org.guildhall.access.Keyed;
import org.guildhall.access.Needs;
import org.guildhall.checkout.CountTill;
import org.guildhall.checkout.PaymentDay;
import org.guildhall.checkout.PaymentQuery;
import org.guildhall.checkout.PaymentRow;
import org.guildhall.checkout.Payments;
import org.guildhall.kernel.Slice;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The payments of the counters, and what was counted. */
@RestController
@RequestMapping("/api/counter-payments")
@Tag(name = "checkout")
class PaymentsController {

    private final Payments payments;

    PaymentsController(Payments payments) {
        this.payments = payments;
    }

    @GetMapping
    @Operation(operationId = "listCounterPayments")
    Slice<PaymentRow> list(@ParameterObject @Valid PaymentQuery query) {
        return payments.list(query);
    }

    @GetMapping("/days/{day}")
    @Operation(operationId = "getCounterDay", description = "By store and method, with what was counted")
    PaymentDay day(@PathVariable LocalDate day) {
        return payments.day(day);
    }

    @PostMapping("/counts")
    @Operation(operationId = "countTill", description = "A difference needs a reason")
    @Needs("checkout.reconcile")
    PaymentDay count(@Keyed String cause, @Valid @RequestBody CountTill command) {
        return payments.count(command, cause);
    }
}
