package org.guildhall.lottery.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.guildhall.access.Keyed;
import org.guildhall.access.Needs;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.kernel.UnitId;
import org.guildhall.lottery.ChanceView;
import org.guildhall.lottery.ChangeLottery;
import org.guildhall.lottery.DrawLot;
import org.guildhall.lottery.Drawn;
import org.guildhall.lottery.Draws;
import org.guildhall.lottery.Lotteries;
import org.guildhall.lottery.LotteryDetails;
import org.guildhall.lottery.LotteryQuery;
import org.guildhall.lottery.LotteryView;
import org.guildhall.lottery.MoveLottery;
import org.guildhall.lottery.ProofDraw;
import org.guildhall.lottery.ProofView;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lotteries, and drawing in them. */
@RestController
@RequestMapping("/api/lotteries")
@Tag(name = "lottery")
class LotteriesController {

    private final Lotteries lotteries;
    private final Draws draws;

    LotteriesController(Lotteries lotteries, Draws draws) {
        this.lotteries = lotteries;
        this.draws = draws;
    }

    @GetMapping
    @Operation(operationId = "listLotteries")
    Slice<LotteryView> list(@ParameterObject @Valid LotteryQuery query) {
        return lotteries.list(query);
    }

    @PostMapping
    @Operation(operationId = "enterLottery", description = "As a draft; its odds sum to exactly one million")
    @Needs("lottery.configure")
    LotteryView enter(@Valid @RequestBody LotteryDetails details) {
        return lotteries.enter(details);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getLottery")
    LotteryView get(@PathVariable UUID id) {
        return lotteries.get(id);
    }

    @PutMapping("/{id}")
    @Operation(operationId = "changeLottery", description = "While it is a draft")
    @Needs("lottery.configure")
    LotteryView change(@PathVariable UUID id, @Valid @RequestBody ChangeLottery command) {
        return lotteries.change(id, command);
    }

    @PostMapping("/{id}/state")
    @Operation(operationId = "moveLottery", description = "Publishes, opens, closes or reveals it")
    @Needs("lottery.publish")
    LotteryView move(@PathVariable UUID id, @Valid @RequestBody MoveLottery command) {
        return lotteries.move(id, command);
    }

    @GetMapping("/{id}/proof")
    @Operation(operationId = "getLotteryProof", description = "What anybody needs to recompute its draws")
    ProofView proof(@PathVariable UUID id) {
        return lotteries.proof(id);
    }

    @GetMapping("/{id}/proof/draws")
    @Operation(operationId = "listLotteryProofDraws", description = "The draws as published, in their order")
    Slice<ProofDraw> proofDraws(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "200") @Min(1) @Max(Slice.PAGE_LIMIT) int limit) {
        return lotteries.proofDraws(id, cursor, limit);
    }

    @GetMapping("/{id}/chance")
    @Operation(operationId = "getLotteryChance", description = "What a member may in it now")
    ChanceView chance(
            @PathVariable UUID id, @RequestParam UUID member, @RequestParam(required = false) @Nullable UUID store) {
        return draws.chance(id, new MemberId(member), store == null ? null : new UnitId(store));
    }

    @PostMapping("/{id}/draws")
    @Operation(operationId = "drawLot", description = "Points, prize and record together; a pick-up code is only here")
    @Needs("lottery.draw")
    Drawn draw(@PathVariable UUID id, @Keyed String cause, @Valid @RequestBody DrawLot command) {
        return draws.draw(id, command, cause);
    }
}
