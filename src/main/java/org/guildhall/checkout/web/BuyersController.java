package org.guildhall.checkout.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.guildhall.access.Needs;
import org.guildhall.checkout.BuyerView;
import org.guildhall.checkout.Buyers;
import org.guildhall.checkout.IdentifyBuyer;
import org.guildhall.kernel.MemberId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who stands at the counter. */
@RestController
@RequestMapping("/api/counter-buyers")
@Tag(name = "checkout")
class BuyersController {

    private final Buyers buyers;

    BuyersController(Buyers buyers) {
        this.buyers = buyers;
    }

    @PostMapping
    @Operation(
            operationId = "identifyBuyer",
            description =
                    "Whom a whole number or mobile names, members of other stores too, who are served from then on")
    @Needs("checkout.sell")
    List<BuyerView> identify(@Valid @RequestBody IdentifyBuyer command) {
        return buyers.identify(command);
    }

    @GetMapping("/{member}")
    @Operation(operationId = "getBuyer", description = "A member within reach, or served at the counter")
    BuyerView get(@PathVariable MemberId member) {
        return buyers.get(member);
    }
}
