package org.guildhall.sessioncards.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.guildhall.access.Needs;
import org.guildhall.kernel.Slice;
import org.guildhall.sessioncards.ChangeProduct;
import org.guildhall.sessioncards.ChangeService;
import org.guildhall.sessioncards.MoveProduct;
import org.guildhall.sessioncards.ProductDetails;
import org.guildhall.sessioncards.ProductQuery;
import org.guildhall.sessioncards.ProductView;
import org.guildhall.sessioncards.ServiceDetails;
import org.guildhall.sessioncards.ServiceView;
import org.guildhall.sessioncards.SessionProducts;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Services, and the cards that are sold of them. */
@RestController
@RequestMapping("/api/session-cards")
@Tag(name = "session-cards")
class SessionProductsController {

    private final SessionProducts products;

    SessionProductsController(SessionProducts products) {
        this.products = products;
    }

    @GetMapping("/services")
    @Operation(operationId = "listSessionServices")
    List<ServiceView> services() {
        return products.services();
    }

    @PostMapping("/services")
    @Operation(operationId = "enterSessionService")
    @Needs("sessioncards.configure")
    ServiceView enterService(@Valid @RequestBody ServiceDetails details) {
        return products.enterService(details);
    }

    @PutMapping("/services/{id}")
    @Operation(operationId = "changeSessionService")
    @Needs("sessioncards.configure")
    ServiceView changeService(@PathVariable UUID id, @Valid @RequestBody ChangeService command) {
        return products.changeService(id, command);
    }

    @GetMapping("/products")
    @Operation(operationId = "listSessionProducts")
    Slice<ProductView> list(@ParameterObject @Valid ProductQuery query) {
        return products.list(query);
    }

    @GetMapping("/products/{id}")
    @Operation(operationId = "getSessionProduct")
    ProductView get(@PathVariable UUID id) {
        return products.get(id);
    }

    @PostMapping("/products")
    @Operation(operationId = "enterSessionProduct", description = "As a draft")
    @Needs("sessioncards.configure")
    ProductView enter(@Valid @RequestBody ProductDetails details) {
        return products.enter(details);
    }

    @PutMapping("/products/{id}")
    @Operation(operationId = "changeSessionProduct", description = "A draft only")
    @Needs("sessioncards.configure")
    ProductView change(@PathVariable UUID id, @Valid @RequestBody ChangeProduct command) {
        return products.change(id, command);
    }

    @PostMapping("/products/{id}/move")
    @Operation(operationId = "moveSessionProduct", description = "On sale, or withdrawn")
    @Needs("sessioncards.configure")
    ProductView move(@PathVariable UUID id, @Valid @RequestBody MoveProduct command) {
        return products.move(id, command);
    }
}
