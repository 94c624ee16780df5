package org.guildhall.mall.rewards;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guildhall.access.Access;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.Organisation;
import org.guildhall.access.Unit;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Horizon;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.mall.ChangeReward;
import org.guildhall.mall.MallPermissions;
import org.guildhall.mall.MallRefusal;
import org.guildhall.mall.MoveReward;
import org.guildhall.mall.MoveStock;
import org.guildhall.mall.RewardDetails;
import org.guildhall.mall.RewardQuery;
import org.guildhall.mall.RewardView;
import org.guildhall.mall.Rewards;
import org.guildhall.mall.StockMovement;
import org.guildhall.platform.RetriedTransaction;
import org.guildhall.policies.Policies;
import org.guildhall.prepaid.PrepaidPolicy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Enters, changes and stocks rewards; each change is audited in its transaction. */
@Component
class RewardBook implements Rewards {

    /** The most pieces of one reward ever received; a constraint keeps it too. */
    private static final long MOST_PIECES = 1_000_000_000L;

    private final RewardStore rewards;
    private final StockStore stock;
    private final Ground ground;
    private final Audit audit;
    private final RetriedTransaction transaction;

    RewardBook(RewardStore rewards, StockStore stock, Ground ground, Audit audit, RetriedTransaction transaction) {
        this.rewards = rewards;
        this.stock = stock;
        this.ground = ground;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Who acts, when, which stores and tiers there are, and in which currency tills count. */
    @Component
    record Ground(Access access, Organisation organisation, Loyalty loyalty, Policies policies, BusinessTime time) {}

    @Override
    public Slice<RewardView> list(RewardQuery query) {
        ground.access.require(MallPermissions.READ);
        return rewards.page(query, ground.time.today());
    }

    @Override
    public RewardView get(UUID id) {
        ground.access.require(MallPermissions.READ);
        return find(id);
    }

    @Override
    public RewardView enter(RewardDetails details) {
        ground.access.require(MallPermissions.CONFIGURE);
        check(details);
        var id = Ids.next(ground.time.clock());
        return transaction.get(() -> {
            if (!rewards.insert(id, details, ground.time.now())) {
                throw Refusal.of(new MallRefusal.CodeTaken(details.code()));
            }
            audit.record(AuditEntry.of("mall.reward-entered", "reward", id, "code", details.code()));
            return find(id);
        });
    }

    @Override
    public RewardView change(UUID id, ChangeReward command) {
        ground.access.require(MallPermissions.CONFIGURE);
        var details = command.details();
        check(details);
        return transaction.get(() -> {
            var before = find(id);
            if (!details.code().equals(before.details().code())) {
                throw InvalidInput.of("details.code", details.code(), "unchangeable");
            }
            if (!rewards.update(id, details, command.expectedRevision(), ground.time.now())) {
                throw Refusal.of(new MallRefusal.StaleReward(command.expectedRevision(), before.revision()));
            }
            audit.record(AuditEntry.of(
                    "mall.reward-changed",
                    "reward",
                    id,
                    "code",
                    details.code(),
                    "pointsBefore",
                    before.details().points(),
                    "points",
                    details.points(),
                    "cashBefore",
                    before.details().cash(),
                    "cash",
                    details.cash()));
            return find(id);
        });
    }

    @Override
    public RewardView move(UUID id, MoveReward command) {
        ground.access.require(MallPermissions.CONFIGURE);
        return transaction.get(() -> {
            var before = find(id);
            if (!rewards.move(id, command.state(), command.expectedRevision(), ground.time.now())) {
                throw Refusal.of(new MallRefusal.StaleReward(command.expectedRevision(), before.revision()));
            }
            audit.record(AuditEntry.of(
                    "mall.reward-moved",
                    "reward",
                    id,
                    "code",
                    before.details().code(),
                    "from",
                    before.state().code(),
                    "to",
                    command.state().code()));
            return find(id);
        });
    }

    @Override
    public RewardView stock(UUID id, MoveStock command, String key) {
        ground.access.require(MallPermissions.STOCK);
        if (command.quantity() == 0) {
            throw InvalidInput.of("quantity", 0, "not-zero");
        }
        if (command.quantity() < 0 && command.kind() == MoveStock.Kind.RECEIVED) {
            throw InvalidInput.of("quantity", command.quantity(), "positive");
        }
        var movement = Ids.derived("stock|" + key);
        return transaction.get(() -> {
            var count = stock.lock(id).orElseThrow(() -> Refusal.of(new MallRefusal.UnknownReward(id)));
            var earlier = stock.moved(movement);
            if (earlier.isPresent()) {
                return replayed(id, earlier.get(), command);
            }
            check(count, command);
            stock.enter(id, movement, command, ground.access.actor(), ground.time.now());
            audit.record(AuditEntry.of(
                    "mall.stock-moved",
                    "reward",
                    id,
                    "kind",
                    command.kind().name().toLowerCase(java.util.Locale.ROOT),
                    "quantity",
                    command.quantity(),
                    "reason",
                    command.reason()));
            return find(id);
        });
    }

    @Override
    public Slice<StockMovement> movements(UUID id, @Nullable String cursor, int limit) {
        ground.access.require(MallPermissions.READ);
        find(id);
        return stock.page(id, cursor, limit);
    }

    private RewardView replayed(UUID id, StockStore.Moved moved, MoveStock command) {
        var earlier = moved.movement();
        boolean same = moved.reward().equals(id)
                && earlier.kind().name().equals(command.kind().name())
                && earlier.quantity() == command.quantity()
                && command.reason().equals(earlier.reason());
        if (!same) {
            throw Refusal.of(new MallRefusal.StockMoveDiffers(earlier.id()));
        }
        return find(id);
    }

    private static void check(StockStore.Count count, MoveStock command) {
        if (count.available() + command.quantity() < 0) {
            throw Refusal.of(new MallRefusal.StockTooLow(count.available(), command.quantity()));
        }
        if (count.received() + command.quantity() > MOST_PIECES) {
            throw Refusal.of(new MallRefusal.StockTooLarge(MOST_PIECES));
        }
    }

    /** What the fields alone cannot say. */
    private void check(RewardDetails details) {
        var fields = new ArrayList<Refusal.Field>();
        if (details.firstDay() != null
                && details.lastDay() != null
                && details.lastDay().isBefore(details.firstDay())) {
            fields.add(new Refusal.Field("lastDay", details.lastDay(), "not-before-first-day"));
        }
        Stream.of(
                        cash(details.cash()),
                        Horizon.outside("firstDay", details.firstDay(), ground.time.today()),
                        Horizon.outside("lastDay", details.lastDay(), ground.time.today()))
                .filter(Objects::nonNull)
                .forEach(fields::add);
        var open = ground.organisation.stores().stream().map(Unit::id).collect(Collectors.toSet());
        for (int i = 0; i < details.stores().size(); i++) {
            if (!open.contains(details.stores().get(i))) {
                fields.add(
                        new Refusal.Field("stores[" + i + "]", details.stores().get(i), "open-store"));
            }
        }
        var ladder = ground.loyalty.ladder();
        var seen = new HashSet<String>();
        for (int i = 0; i < details.tierPrices().size(); i++) {
            var tier = details.tierPrices().get(i).tier();
            if (!ladder.contains(tier) || !seen.add(tier)) {
                fields.add(new Refusal.Field(
                        "tierPrices[" + i + "].tier", tier, ladder.contains(tier) ? "unique" : "in-the-ladder"));
            }
        }
        if (!fields.isEmpty()) {
            throw Refusal.of(new InvalidInput(fields));
        }
    }

    private Refusal.@Nullable Field cash(@Nullable Money cash) {
        if (cash == null) {
            return null;
        }
        var currency = ground.policies
                .inForce(PrepaidPolicy.KIND, ground.time.today())
                .policy()
                .caps()
                .named()
                .currency();
        if (!cash.currency().equals(currency)) {
            return new Refusal.Field("cash", cash.currency(), "in-the-base-currency");
        }
        if (cash.minor() < 0) {
            return new Refusal.Field("cash", cash.decimal(), "not-negative");
        }
        var most = new Money(RewardDetails.MOST_CASH, currency);
        return cash.compareTo(most) > 0
                ? new Refusal.Field("cash", cash.decimal().toPlainString(), "cash-at-most", Map.of("most", most))
                : null;
    }

    private RewardView find(UUID id) {
        return rewards.find(id).orElseThrow(() -> Refusal.of(new MallRefusal.UnknownReward(id)));
    }
}
