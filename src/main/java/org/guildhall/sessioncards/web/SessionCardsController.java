package org.guildhall.sessioncards.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.guildhall.access.Keyed;
import org.guildhall.access.Needs;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.JobView;
import org.guildhall.sessioncards.CardFact;
import org.guildhall.sessioncards.CardQuery;
import org.guildhall.sessioncards.CardRefundQuote;
import org.guildhall.sessioncards.CardView;
import org.guildhall.sessioncards.ExportCards;
import org.guildhall.sessioncards.ExtendCard;
import org.guildhall.sessioncards.OwedView;
import org.guildhall.sessioncards.QuoteCardRefund;
import org.guildhall.sessioncards.ReactivateCard;
import org.guildhall.sessioncards.RefundCard;
import org.guildhall.sessioncards.ReverseUse;
import org.guildhall.sessioncards.SellCard;
import org.guildhall.sessioncards.SessionCards;
import org.guildhall.sessioncards.UseSession;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Cards of members. */
@RestController
@RequestMapping("/api/session-cards")
@Tag(name = "session-cards")
class SessionCardsController {

    private final SessionCards cards;

    SessionCardsController(SessionCards cards) {
        this.cards = cards;
    }

    @GetMapping
    @Operation(operationId = "listSessionCards")
    Slice<CardView> list(@ParameterObject @Valid CardQuery query) {
        return cards.list(query);
    }

    @PostMapping
    @Operation(operationId = "sellSessionCard", description = "Within the caps and validity that the rules name")
    @Needs("sessioncards.sell")
    CardView sell(@Keyed String cause, @Valid @RequestBody SellCard command) {
        return cards.sell(command, cause);
    }

    @GetMapping("/owed")
    @Operation(operationId = "sessionCardsOwed", description = "What is owed on cards sold within reach")
    OwedView owed() {
        return cards.owed();
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getSessionCard")
    CardView get(@PathVariable UUID id) {
        return cards.get(id);
    }

    @GetMapping("/{id}/facts")
    @Operation(operationId = "listSessionCardFacts", description = "All that happened to it, in order")
    List<CardFact> facts(@PathVariable UUID id) {
        return cards.facts(id);
    }

    @PostMapping("/{id}/use")
    @Operation(operationId = "useSession", description = "Without a booking")
    @Needs("sessioncards.use")
    CardView use(@PathVariable UUID id, @Keyed String cause, @Valid @RequestBody UseSession command) {
        return cards.use(id, command, cause);
    }

    @PostMapping("/{id}/reverse")
    @Operation(
            operationId = "reverseSessionUse",
            description = "Gives a used session back to the card, or takes an activation back")
    @Needs("sessioncards.reverse")
    CardView reverse(@PathVariable UUID id, @Keyed String cause, @Valid @RequestBody ReverseUse command) {
        return cards.reverse(id, command, cause);
    }

    @PostMapping("/{id}/extend")
    @Operation(operationId = "extendSessionCard")
    @Needs("sessioncards.extend")
    CardView extend(@PathVariable UUID id, @Keyed String cause, @Valid @RequestBody ExtendCard command) {
        return cards.extend(id, command, cause);
    }

    @PostMapping("/{id}/reactivate")
    @Operation(
            operationId = "reactivateSessionCard",
            description =
                    "A card that ended with sessions left is good again, for the days and as often as the rules say")
    @Needs("sessioncards.reactivate")
    CardView reactivate(@PathVariable UUID id, @Keyed String cause, @Valid @RequestBody ReactivateCard command) {
        return cards.reactivate(id, command, cause);
    }

    @PostMapping("/{id}/refund/quote")
    @Operation(
            operationId = "quoteSessionCardRefund",
            description = "The calculation with its reasons; changes nothing")
    @Needs("sessioncards.refund")
    CardRefundQuote quote(@PathVariable UUID id, @Valid @RequestBody QuoteCardRefund asked) {
        return cards.quote(id, asked);
    }

    @PostMapping("/{id}/refund")
    @Operation(operationId = "refundSessionCard", description = "As quoted, the way it was paid; the card ends")
    @Needs("sessioncards.refund")
    CardView refund(@PathVariable UUID id, @Keyed String cause, @Valid @RequestBody RefundCard command) {
        return cards.refund(id, command, cause);
    }

    @PostMapping("/export")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "exportSessionCards", description = "The job's result names the file")
    @Needs("sessioncards.export")
    JobView export(@Valid @RequestBody ExportCards command) {
        return cards.export(command);
    }
}
