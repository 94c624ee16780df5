package org.guildhall.mall.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.guildhall.access.Keyed;
import org.guildhall.access.Needs;
import org.guildhall.kernel.Slice;
import org.guildhall.mall.ChangeReward;
import org.guildhall.mall.MoveReward;
import org.guildhall.mall.MoveStock;
import org.guildhall.mall.RewardDetails;
import org.guildhall.mall.RewardQuery;
import org.guildhall.mall.RewardView;
import org.guildhall.mall.Rewards;
import org.guildhall.mall.StockMovement;
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

/** Rewards and their stock. */
@RestController
@RequestMapping("/api/rewards")
@Tag(name = "mall")
class RewardsController {

    private static final int PAGE = 50;

    private final Rewards rewards;

    RewardsController(Rewards rewards) {
        this.rewards = rewards;
    }

    @GetMapping
    @Operation(operationId = "listRewards")
    Slice<RewardView> list(@ParameterObject @Valid RewardQuery query) {
        return rewards.list(query);
    }

    @PostMapping
    @Operation(operationId = "enterReward")
    @Needs("mall.configure")
    RewardView enter(@Valid @RequestBody RewardDetails details) {
        return rewards.enter(details);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getReward")
    RewardView get(@PathVariable UUID id) {
        return rewards.get(id);
    }

    @PutMapping("/{id}")
    @Operation(operationId = "changeReward")
    @Needs("mall.configure")
    RewardView change(@PathVariable UUID id, @Valid @RequestBody ChangeReward command) {
        return rewards.change(id, command);
    }

    @PostMapping("/{id}/state")
    @Operation(operationId = "moveReward", description = "Puts a reward on sale or takes it off")
    @Needs("mall.configure")
    RewardView move(@PathVariable UUID id, @Valid @RequestBody MoveReward command) {
        return rewards.move(id, command);
    }

    @PostMapping("/{id}/stock")
    @Operation(operationId = "moveStock")
    @Needs("mall.stock")
    RewardView stock(@PathVariable UUID id, @Keyed String cause, @Valid @RequestBody MoveStock command) {
        return rewards.stock(id, command, cause);
    }

    @GetMapping("/{id}/stock-movements")
    @Operation(operationId = "listStockMovements")
    Slice<StockMovement> movements(
            @PathVariable UUID id,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable @Min(1) @Max(Slice.PAGE_LIMIT) Integer limit) {
        return rewards.movements(id, cursor, limit == null ? PAGE : limit);
    }
}
