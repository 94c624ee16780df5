package org.guildhall.lottery.drawing;

import java.util.List;
import java.util.Objects;
import org.guildhall.access.Access;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.jooq.lottery.tables.records.DrawRecord;
import org.guildhall.jooq.lottery.tables.records.LotteryRecord;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.lottery.Award;
import org.guildhall.lottery.LotteryDetails;
import org.guildhall.lottery.LotteryPolicy;
import org.guildhall.lottery.LotteryRefusal;
import org.guildhall.lottery.LotteryView.State;
import org.guildhall.lottery.Prize;
import org.guildhall.lottery.codes.PrizeCodes;
import org.guildhall.lottery.fair.FairDraw;
import org.guildhall.lottery.fair.Seeds;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.policies.Policies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws once within the caller's transaction: cost, prize, record and counts together. */
@Component
class Drawing {

    private final EntrantStore entrants;
    private final DrawStore draws;
    private final Giving giving;
    private final Sources sources;
    private final Audit audit;

    Drawing(EntrantStore entrants, DrawStore draws, Giving giving, Sources sources, Audit audit) {
        this.entrants = entrants;
        this.draws = draws;
        this.giving = giving;
        this.sources = sources;
        this.audit = audit;
    }

    /** Seeds, codes, tiers, limits, and who acts. */
    @Component
    record Sources(
            Seeds seeds, PrizeCodes codes, Loyalty loyalty, Policies policies, Access access, BusinessTime time) {}

    /** A draw, the code of its prize, and whether it was there before. */
    record Outcome(Stored draw, @Nullable String code, boolean replayed) {}

    /** What a ticket came to. */
    private record Fate(
            int number, int ticket, int drawn, @Nullable Long hit, int given, boolean free, long cost) {}

    Outcome draw(Wish wish) {
        var lottery = entrants.share(wish.lottery())
                .orElseThrow(() -> Refusal.of(new LotteryRefusal.UnknownLottery(wish.lottery())));
        var entrant = entrants.lock(wish.lottery(), wish.member());
        var earlier = draws.find(wish.id());
        if (earlier.isPresent()) {
            if (!earlier.get().row().getContentHash().equals(wish.hash())) {
                throw Refusal.of(new LotteryRefusal.ActDiffers(wish.id()));
            }
            return new Outcome(earlier.get(), null, true);
        }
        var details = draws.details(lottery.getDetails());
        var past = entrants.past(wish.lottery(), wish.member(), wish.day());
        require(lottery, details, wish, past);
        var fate = fate(lottery, details, entrant.getParticipant(), entrant.getDraws() + 1, past);
        var prize = details.prizes().get(fate.given);
        var given = giving.give(wish, prize, fate.cost);
        var row = row(wish, fate, given, prize);
        row.setAnnounced(announced(lottery, wish, prize.worth()));
        row.setParticipant(entrant.getParticipant());
        draws.insert(row);
        entrants.drawn(row, details);
        note(wish, details, fate, prize);
        return new Outcome(draws.find(wish.id()).orElseThrow(), given.code(), false);
    }

    private void require(LotteryRecord lottery, LotteryDetails details, Wish wish, DrawRules.Past past) {
        var asked = new DrawRules.Asked(tier(details, wish.member()), wish.store(), wish.day());
        var held = new DrawRules.Held(details, State.of(lottery.getState()));
        var refusal = DrawRules.refusal(held, asked, past);
        if (refusal != null) {
            throw Refusal.of(refusal);
        }
    }

    /** The member's tier, where it matters. */
    @Nullable
    String tier(LotteryDetails details, MemberId member) {
        return details.tiers().isEmpty()
                ? null
                : sources.loyalty.tiers(List.of(member)).get(member);
    }

    private Fate fate(
            LotteryRecord lottery, LotteryDetails details, String participant, int number, DrawRules.Past past) {
        var seed = sources.seeds.open(lottery.getLotteryId(), lottery.getSealedSeed());
        int ticket = FairDraw.ticket(seed, lottery.getLotteryId(), participant, number);
        int drawn = FairDraw.place(details.prizes().stream().map(Prize::odds).toList(), ticket);
        Long hit = details.prizes().get(drawn).stock() == null
                ? null
                : Long.valueOf(entrants.hit(lottery.getLotteryId(), drawn));
        boolean free = DrawRules.free(details, past);
        long cost = free ? 0 : details.points();
        return new Fate(number, ticket, drawn, hit, DrawRules.given(details, drawn, hit), free, cost);
    }

    /** By the limits the lottery was published under; those published before these were kept go by the day's. */
    private boolean announced(LotteryRecord lottery, Wish wish, Money worth) {
        var above = lottery.getAnnounceAbove() == null
                ? sources.policies
                        .inForce(LotteryPolicy.KIND, wish.day())
                        .policy()
                        .announceAbove()
                : Money.of(lottery.getAnnounceAbove(), lottery.getAnnounceCurrency());
        return worth.currency().equals(above.currency()) && worth.compareTo(above) > 0;
    }

    private DrawRecord row(Wish wish, Fate fate, Giving.Given given, Prize prize) {
        var row = new DrawRecord();
        row.setDrawId(wish.id());
        row.setLotteryId(wish.lottery());
        row.setMemberId(wish.member().value());
        row.setNumber(fate.number);
        row.setTicket(fate.ticket);
        row.setDrawn(fate.drawn);
        row.setGiven(fate.given);
        row.setHit(fate.hit);
        row.setFree(fate.free);
        row.setPoints(fate.cost);
        row.setPostingId(given.cost());
        row.setAwardPosting(given.posting());
        row.setAwardId(given.award());
        if (prize.award() instanceof Award.OfThing(var days)) {
            row.setCodeHash(sources.codes.hash(Objects.requireNonNull(given.code())));
            row.setCollectBy(wish.day().plusDays(days - 1L));
        }
        row.setWorth(prize.worth().minor());
        row.setCurrency(prize.worth().currency().getCurrencyCode());
        row.setStoreId(wish.store() == null ? null : wish.store().value());
        row.setContentHash(wish.hash());
        row.setOccurredOn(wish.day());
        row.setOccurredAt(DrawStore.at(wish.at()));
        row.setRecordedAt(DrawStore.at(sources.time.now()));
        row.setActor(sources.access.actor().reference());
        return row;
    }

    private void note(Wish wish, LotteryDetails details, Fate fate, Prize prize) {
        audit.record(AuditEntry.of(
                        "lottery.drawn",
                        "lottery-draw",
                        wish.id(),
                        "lottery",
                        details.code(),
                        "number",
                        fate.number,
                        "prize",
                        prize.code(),
                        "points",
                        fate.cost)
                .about(wish.member())
                .in(wish.store()));
    }
}
