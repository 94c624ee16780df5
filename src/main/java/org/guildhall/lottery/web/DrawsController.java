package org.guildhall.lottery.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.guildhall.access.Keyed;
import org.guildhall.access.Needs;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Slice;
import org.guildhall.lottery.CancelDraw;
import org.guildhall.lottery.CollectPrize;
import org.guildhall.lottery.DrawQuery;
import org.guildhall.lottery.DrawView;
import org.guildhall.lottery.Drawn;
import org.guildhall.lottery.Draws;
import org.guildhall.lottery.ExportDraws;
import org.guildhall.lottery.ExportProof;
import org.guildhall.platform.JobView;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Draws, and what becomes of what they won. */
@RestController
@RequestMapping("/api/lottery-draws")
@Tag(name = "lottery")
class DrawsController {

    private final Draws draws;

    DrawsController(Draws draws) {
        this.draws = draws;
    }

    @GetMapping
    @Operation(operationId = "listLotteryDraws")
    Slice<DrawView> list(@ParameterObject @Valid DrawQuery query) {
        return draws.list(query);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getLotteryDraw")
    DrawView get(@PathVariable UUID id) {
        return draws.get(id);
    }

    @GetMapping("/{id}/why")
    @Operation(operationId = "explainLotteryDraw")
    Explanation why(@PathVariable UUID id) {
        return draws.why(id);
    }

    @PostMapping("/{id}/code")
    @Operation(operationId = "renewPrizeCode", description = "A new pick-up code instead of a lost one")
    Drawn renewCode(@PathVariable UUID id) {
        return draws.renewCode(id);
    }

    @PostMapping("/{id}/cancel")
    @Operation(operationId = "cancelLotteryDraw", description = "A counter-act where the prize cannot be given")
    @Needs("lottery.cancel")
    DrawView cancel(@PathVariable UUID id, @Keyed String cause, @Valid @RequestBody CancelDraw command) {
        return draws.cancel(id, command, cause);
    }

    @PostMapping("/look-up")
    @Operation(operationId = "lookUpPrizeCode", description = "What a code stands for; wrong codes are counted")
    @Needs("lottery.hand-out")
    DrawView lookUp(@Valid @RequestBody CollectPrize command) {
        return draws.lookUp(command);
    }

    @PostMapping("/hand-out")
    @Operation(operationId = "handOutPrize")
    @Needs("lottery.hand-out")
    DrawView handOut(@Keyed String cause, @Valid @RequestBody CollectPrize command) {
        return draws.handOut(command, cause);
    }

    @PostMapping("/export")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "exportLotteryDraws", description = "The job's result names the file")
    @Needs("lottery.export")
    JobView export(@Valid @RequestBody ExportDraws command) {
        return draws.export(command);
    }

    @PostMapping("/export-proof")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "exportLotteryProof", description = "The published draws of a lottery as a file")
    @Needs("lottery.export")
    JobView exportProof(@Valid @RequestBody ExportProof command) {
        return draws.export(command);
    }
}
