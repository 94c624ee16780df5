package org.guildhall.lottery.drawing;

import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.ListFiles;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.kernel.UnitId;
import org.guildhall.lottery.CancelDraw;
import org.guildhall.lottery.ChanceView;
import org.guildhall.lottery.CollectPrize;
import org.guildhall.lottery.DrawLot;
import org.guildhall.lottery.DrawQuery;
import org.guildhall.lottery.DrawView;
import org.guildhall.lottery.Drawn;
import org.guildhall.lottery.Draws;
import org.guildhall.lottery.ExportDraws;
import org.guildhall.lottery.ExportProof;
import org.guildhall.lottery.FoundingDraws;
import org.guildhall.lottery.Lotteries;
import org.guildhall.lottery.LotteryPermissions;
import org.guildhall.lottery.LotteryRefusal;
import org.guildhall.lottery.codes.PrizeCodes;
import org.guildhall.lottery.terms.LotteryBook;
import org.guildhall.platform.JobView;
import org.guildhall.platform.RetriedTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The module's face for draws: who may, in one transaction each, and then what came of it. */
@Component
class DrawDesk implements Draws, FoundingDraws {

    private final Books books;
    private final Hands hands;
    private final Codes codes;
    private final Surroundings surroundings;
    private final @Nullable Instant as;

    @Autowired
    DrawDesk(Books books, Hands hands, Codes codes, Surroundings surroundings) {
        this(books, hands, codes, surroundings, null);
    }

    private DrawDesk(Books books, Hands hands, Codes codes, Surroundings surroundings, @Nullable Instant as) {
        this.books = books;
        this.hands = hands;
        this.codes = codes;
        this.surroundings = surroundings;
        this.as = as;
    }

    /** Where draws are kept and found. */
    @Component
    record Books(DrawStore store, DrawSearch search, LotteryBook lotteries) {}

    /** What draws, looks ahead and ends. */
    @Component
    record Hands(Drawing drawing, Chances chances, Ending ending) {}

    /** Pick-up codes and who tried them. */
    @Component
    record Codes(PrizeCodes codes, Attempts attempts) {}

    /** Who acts, when, and in which transaction. */
    @Component
    record Surroundings(Reach reach, BusinessTime time, RetriedTransaction transaction, ListFiles files, Audit audit) {}

    @Override
    public <T> T asOf(Instant at, BiFunction<Lotteries, Draws, T> acts) {
        boolean machine = surroundings.reach.access().actor() instanceof Actor.Machine;
        if (!machine || at.isAfter(surroundings.time.now())) {
            throw new IllegalStateException("only the machine tells of the past, and of nothing else");
        }
        return acts.apply(books.lotteries.asOf(at), new DrawDesk(books, hands, codes, surroundings, at));
    }

    @Override
    public ChanceView chance(UUID lottery, MemberId member, @Nullable UnitId store) {
        surroundings.reach.access().require(LotteryPermissions.READ);
        surroundings.reach.requireMember(member, LotteryPermissions.READ);
        return hands.chances.of(lottery, member, store, surroundings.time.dateOf(at()));
    }

    @Override
    public Drawn draw(UUID lottery, DrawLot command, String key) {
        var scope = surroundings.reach.access().require(LotteryPermissions.DRAW);
        surroundings.reach.requireCounter(command.store(), scope);
        surroundings.reach.requireDrawer(command.member(), LotteryPermissions.DRAW);
        var wish = Wish.of(lottery, command, key, surroundings.time, as);
        var outcome = surroundings.transaction.get(() -> hands.drawing.draw(wish));
        return new Drawn(outcome.draw().view(), outcome.code(), outcome.replayed());
    }

    @Override
    public Slice<DrawView> list(DrawQuery query) {
        var scope = surroundings.reach.access().require(LotteryPermissions.READ);
        if (query.member() != null) {
            surroundings.reach.requireMember(new MemberId(query.member()), LotteryPermissions.READ);
        }
        return books.search.page(query, scope);
    }

    @Override
    public DrawView get(UUID id) {
        return readable(id).view();
    }

    @Override
    public Explanation why(UUID id) {
        return DrawExplanation.of(readable(id));
    }

    @Override
    public Drawn renewCode(UUID id) {
        surroundings.reach.access().require(LotteryPermissions.DRAW);
        surroundings.reach.requireMember(known(id).member(), LotteryPermissions.DRAW);
        var code = codes.codes.next();
        return surroundings.transaction.get(() -> {
            var draw = books.store.lock(id);
            if (draw.state() != DrawView.State.WAITING) {
                throw Refusal.of(new LotteryRefusal.NotWaiting(id, draw.state()));
            }
            books.store.code(id, codes.codes.hash(code));
            surroundings.audit.record(
                    AuditEntry.of("lottery.code-renewed", "lottery-draw", id).about(draw.member()));
            return new Drawn(draw.view(), code, false);
        });
    }

    @Override
    public DrawView lookUp(CollectPrize command) {
        return byCode(command).view();
    }

    @Override
    public DrawView handOut(CollectPrize command, String key) {
        var draw = byCode(command);
        var end = end("hand-out|" + key, command.store(), null);
        surroundings.transaction.get(() -> {
            hands.ending.handOut(draw.id(), end);
            return true;
        });
        return known(draw.id()).view();
    }

    @Override
    public DrawView cancel(UUID id, CancelDraw command, String key) {
        var scope = surroundings.reach.access().require(LotteryPermissions.CANCEL);
        var draw = known(id);
        surroundings.reach.requireDraw(draw, scope, LotteryPermissions.CANCEL);
        var end = end("cancel|" + key, null, command.reason());
        surroundings.transaction.get(() -> {
            hands.ending.cancel(draw, end);
            return true;
        });
        return known(id).view();
    }

    @Override
    public JobView export(ExportDraws command) {
        return surroundings.files.start(DrawExport.KIND, command);
    }

    @Override
    public JobView export(ExportProof command) {
        return surroundings.files.start(ProofExport.KIND, command);
    }

    /** What a code stands for at the store where the actor stands. */
    private Stored byCode(CollectPrize command) {
        var scope = surroundings.reach.access().require(LotteryPermissions.HAND_OUT);
        surroundings.reach.requireCounter(command.store(), scope);
        var found = known(codes.attempts.find(() -> books.store
                .byCode(codes.codes.hash(command.code()))
                .map(Stored::id)
                .orElse(null)));
        var stores = found.details().stores();
        if (!stores.isEmpty() && !stores.contains(command.store())) {
            throw Refusal.of(new LotteryRefusal.NotAtThisStore());
        }
        return found;
    }

    private Stored readable(UUID id) {
        var scope = surroundings.reach.access().require(LotteryPermissions.READ);
        var draw = known(id);
        surroundings.reach.requireDraw(draw, scope, LotteryPermissions.READ);
        return draw;
    }

    private Stored known(UUID id) {
        return books.store.find(id).orElseThrow(() -> Refusal.of(new LotteryRefusal.UnknownDraw(id)));
    }

    private Ending.End end(String key, @Nullable UnitId store, @Nullable String reason) {
        return new Ending.End(Ids.derived("lottery|" + key), store, reason, at(), as);
    }

    private Instant at() {
        return as == null ? surroundings.time.now() : as;
    }
}
