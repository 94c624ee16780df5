package org.guildhall.lottery.terms;

import java.time.LocalDate;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.jooq.lottery.tables.records.LotteryRecord;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Refusal;
import org.guildhall.lottery.LotteryPolicy;
import org.guildhall.lottery.LotteryRefusal;
import org.guildhall.lottery.LotteryView.State;
import org.guildhall.lottery.fair.Seeds;
import org.guildhall.policies.Policies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Moves a locked lottery from state to state within the caller's transaction. */
@Component
class Moving {

    private final LotteryStore lotteries;
    private final Checks checks;
    private final Seeds seeds;
    private final Audit audit;
    private final BusinessTime time;

    Moving(LotteryStore lotteries, Checks checks, Seeds seeds, Audit audit, BusinessTime time) {
        this.lotteries = lotteries;
        this.checks = checks;
        this.seeds = seeds;
        this.audit = audit;
        this.time = time;
    }

    /** What must hold of terms, prizes and limits. */
    @Component
    record Checks(DetailsCheck details, Readiness readiness, Policies policies) {}

    void move(LotteryRecord lottery, State to, LotteryStore.By by, @Nullable String reason) {
        var from = State.of(lottery.getState());
        if (!mayMove(from, to)) {
            throw Refusal.of(new LotteryRefusal.CannotMove(from, to));
        }
        var day = time.dateOf(by.at());
        switch (to) {
            case DRAFT -> throw new IllegalStateException("nothing becomes a draft again");
            case PUBLISHED -> publish(lottery, day);
            case OPEN -> checks.readiness.require(lotteries.details(lottery));
            case CLOSED -> requireReason(lottery, day, reason);
            case REVEALED -> lottery.setSeed(seeds.open(lottery.getLotteryId(), lottery.getSealedSeed()));
        }
        lotteries.move(lottery, to, by, to == State.CLOSED ? reason : null);
        audit.record(AuditEntry.of(
                "lottery." + to.code(),
                "lottery",
                lottery.getLotteryId(),
                "code",
                lottery.getCode(),
                "reason",
                to == State.CLOSED ? reason : null));
    }

    /** What the clock does: closes what is over, reveals what is due. */
    boolean tend(LotteryRecord lottery, LotteryStore.By by) {
        var state = State.of(lottery.getState());
        var today = time.dateOf(by.at());
        boolean over = (state == State.OPEN || state == State.PUBLISHED)
                && lottery.getLastDay().isBefore(today);
        boolean due = state == State.CLOSED && !lottery.getRevealOn().isAfter(today);
        if (over || due) {
            move(lottery, over ? State.CLOSED : State.REVEALED, by, null);
        }
        return over || due;
    }

    private static boolean mayMove(State from, State to) {
        return switch (from) {
            case DRAFT -> to == State.PUBLISHED;
            case PUBLISHED -> to == State.OPEN || to == State.CLOSED;
            case OPEN -> to == State.CLOSED;
            case CLOSED -> to == State.REVEALED;
            case REVEALED -> false;
        };
    }

    /** From here on terms, odds and seed stay as they are; the limits of this day are those of the lottery. */
    private void publish(LotteryRecord draft, LocalDate day) {
        var details = lotteries.details(draft);
        checks.details.require(details, "");
        if (details.lastDay().isBefore(day)) {
            throw InvalidInput.of("lastDay", details.lastDay(), "not-past");
        }
        checks.readiness.require(details);
        var policy = checks.policies.inForce(LotteryPolicy.KIND, day).policy();
        lotteries.publish(
                draft,
                seeds.next(draft.getLotteryId()),
                new LotteryStore.Limits(details.lastDay().plusDays(policy.revealDays()), policy.announceAbove()),
                draft.getDetails().data());
    }

    private static void requireReason(LotteryRecord lottery, LocalDate day, @Nullable String reason) {
        boolean early = !lottery.getLastDay().isBefore(day);
        if (early && (reason == null || reason.isBlank())) {
            throw InvalidInput.of("reason", reason, "required");
        }
    }
}
