package org.guildhall.lottery.terms;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.guildhall.access.Access;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.jooq.lottery.tables.records.LotteryRecord;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.lottery.ChangeLottery;
import org.guildhall.lottery.Lotteries;
import org.guildhall.lottery.LotteryDetails;
import org.guildhall.lottery.LotteryPermissions;
import org.guildhall.lottery.LotteryQuery;
import org.guildhall.lottery.LotteryRefusal;
import org.guildhall.lottery.LotteryView;
import org.guildhall.lottery.LotteryView.State;
import org.guildhall.lottery.MoveLottery;
import org.guildhall.lottery.ProofDraw;
import org.guildhall.lottery.ProofView;
import org.guildhall.lottery.fair.FairDraw;
import org.guildhall.platform.OneByOne;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Enters, publishes, opens, closes and reveals lotteries; each change is audited in its transaction. */
@Component
public class LotteryBook implements Lotteries {

    private static final int AT_ONCE = 100;

    private final Shelf shelf;
    private final Moving moving;
    private final Ground ground;
    private final Audit audit;
    private final @Nullable Instant as;

    @Autowired
    LotteryBook(Shelf shelf, Moving moving, Ground ground, Audit audit) {
        this(shelf, moving, ground, audit, null);
    }

    private LotteryBook(Shelf shelf, Moving moving, Ground ground, Audit audit, @Nullable Instant as) {
        this.shelf = shelf;
        this.moving = moving;
        this.ground = ground;
        this.audit = audit;
        this.as = as;
    }

    /** Where lotteries and their published draws are kept, and what is checked of them. */
    @Component
    record Shelf(LotteryStore lotteries, ProofStore proofs, DetailsCheck check) {}

    /** Who acts, when, and in which transaction. */
    @Component
    record Ground(Access access, BusinessTime time, TransactionTemplate transaction) {}

    /** The same book, in which acts happen as of an earlier instant. */
    public Lotteries asOf(Instant at) {
        return new LotteryBook(shelf, moving, ground, audit, at);
    }

    @Override
    public Slice<LotteryView> list(LotteryQuery query) {
        ground.access.require(LotteryPermissions.READ);
        return shelf.lotteries.page(query);
    }

    @Override
    public LotteryView get(UUID id) {
        ground.access.require(LotteryPermissions.READ);
        return shelf.lotteries.view(find(id));
    }

    @Override
    public LotteryView enter(LotteryDetails details) {
        ground.access.require(LotteryPermissions.CONFIGURE);
        shelf.check.require(details, "");
        var id = Ids.next(ground.time.clock());
        return inTransaction(() -> {
            if (!shelf.lotteries.insert(id, details, by())) {
                throw Refusal.of(new LotteryRefusal.CodeTaken(details.code()));
            }
            note("lottery.entered", id, details);
            return shelf.lotteries.view(find(id));
        });
    }

    @Override
    public LotteryView change(UUID id, ChangeLottery command) {
        ground.access.require(LotteryPermissions.CONFIGURE);
        var details = command.details();
        shelf.check.require(details, "details.");
        return inTransaction(() -> {
            var draft = locked(id, command.expectedVersion());
            if (State.of(draft.getState()) != State.DRAFT) {
                throw Refusal.of(new LotteryRefusal.AlreadyPublished(draft.getCode()));
            }
            if (!details.code().equals(draft.getCode())) {
                throw InvalidInput.of("details.code", details.code(), "unchangeable");
            }
            shelf.lotteries.change(draft, details, by());
            note("lottery.changed", id, details);
            return shelf.lotteries.view(find(id));
        });
    }

    @Override
    public LotteryView move(UUID id, MoveLottery command) {
        ground.access.require(LotteryPermissions.PUBLISH);
        return inTransaction(() -> {
            var lottery = locked(id, command.expectedVersion());
            moving.move(lottery, command.state(), by(), command.reason());
            return shelf.lotteries.view(find(id));
        });
    }

    @Override
    public ProofView proof(UUID id) {
        ground.access.require(LotteryPermissions.READ);
        var found = find(id);
        var details = shelf.lotteries.details(found);
        return new ProofView(
                id,
                details.code(),
                details.name(),
                State.of(found.getState()),
                FairDraw.METHOD,
                FairDraw.FAIR_BELOW,
                details.prizes().stream()
                        .map(prize ->
                                new ProofView.PublishedPrize(prize.code(), prize.name(), prize.odds(), prize.stock()))
                        .toList(),
                details.consolation(),
                LotteryStore.hex(found.getCommitment()),
                LotteryStore.hex(found.getSeed()),
                found.getTerms(),
                LotteryStore.hex(found.getTermsHash()));
    }

    @Override
    public Slice<ProofDraw> proofDraws(UUID id, @Nullable String cursor, int limit) {
        ground.access.require(LotteryPermissions.READ);
        return shelf.proofs.page(id, shelf.lotteries.details(find(id)), cursor, limit);
    }

    @Override
    public int tend() {
        return ground.access.runAs(
                new Actor.Machine("lottery-clock"),
                () -> OneByOne.work(
                        AT_ONCE,
                        (Set<UUID> but) -> shelf.lotteries.due(ground.time.today()).stream()
                                .filter(id -> !but.contains(id))
                                .limit(AT_ONCE)
                                .toList(),
                        id -> inTransaction(
                                () -> moving.tend(shelf.lotteries.lock(id).orElseThrow(), by()))));
    }

    private void note(String act, UUID id, LotteryDetails details) {
        audit.record(AuditEntry.of(
                act,
                "lottery",
                id,
                "code",
                details.code(),
                "prizes",
                details.prizes().size(),
                "points",
                details.points()));
    }

    private LotteryRecord locked(UUID id, int expectedVersion) {
        var lottery = shelf.lotteries.lock(id).orElseThrow(() -> Refusal.of(new LotteryRefusal.UnknownLottery(id)));
        if (lottery.getVersion() != expectedVersion) {
            throw Refusal.of(new LotteryRefusal.StaleLottery(expectedVersion, lottery.getVersion()));
        }
        return lottery;
    }

    private LotteryRecord find(UUID id) {
        return shelf.lotteries.find(id).orElseThrow(() -> Refusal.of(new LotteryRefusal.UnknownLottery(id)));
    }

    private LotteryStore.By by() {
        return new LotteryStore.By(
                as == null ? ground.time.now() : as, ground.access.actor().reference());
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(ground.transaction.execute(status -> work.get()));
    }
}
