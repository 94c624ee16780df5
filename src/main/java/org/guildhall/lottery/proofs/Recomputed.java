package org.guildhall.lottery.proofs;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.guildhall.jooq.lottery.tables.records.DrawRecord;
import org.guildhall.jooq.lottery.tables.records.LotteryRecord;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.ModuleLaw.Finding;
import org.guildhall.lottery.fair.FairDraw;
import org.guildhall.lottery.fair.Seeds;
import org.jspecify.annotations.Nullable;

/** Recomputes every draw of every lottery from its seed, and every commitment. */
final class Recomputed {

    private static final int PAGE = 2_000;

    private final LotteryLawStore store;
    private final Seeds seeds;

    Recomputed(LotteryLawStore store, Seeds seeds) {
        this.store = store;
        this.seeds = seeds;
    }

    Finding look() {
        long covered = 0;
        for (var lottery : store.published()) {
            var seed = seeds.open(lottery.getLotteryId(), lottery.getSealedSeed());
            var broken = commitment(lottery, seed);
            var odds = store.odds(lottery.getLotteryId());
            long after = 0;
            List<DrawRecord> page;
            do {
                page = store.draws(lottery.getLotteryId(), after, PAGE);
                for (var draw : page) {
                    covered++;
                    after = draw.getPosition();
                    broken = broken == null ? breach(draw, seed, odds) : broken;
                }
            } while (page.size() == PAGE);
            if (broken != null) {
                return new Finding(covered, broken);
            }
        }
        return new Finding(covered, null);
    }

    private static @Nullable String commitment(LotteryRecord lottery, byte[] seed) {
        return Arrays.equals(FairDraw.commitment(seed), lottery.getCommitment())
                ? null
                : "lottery " + lottery.getCode() + " draws by another seed than it committed to";
    }

    private static @Nullable String breach(DrawRecord draw, byte[] seed, List<Integer> odds) {
        var lottery = draw.getLotteryId();
        var participant = FairDraw.participant(lottery, new MemberId(draw.getMemberId()));
        int ticket = FairDraw.ticket(seed, lottery, participant, draw.getNumber());
        int place = FairDraw.place(odds, ticket);
        boolean same =
                draw.getParticipant().equals(participant) && draw.getTicket() == ticket && draw.getDrawn() == place;
        return same ? null : told(draw.getDrawId(), draw, place);
    }

    /** The ticket of a running lottery is not told: it would say nothing new, and the seed's outputs stay with their draws. */
    private static String told(UUID id, DrawRecord draw, int place) {
        return "draw " + id + " recomputes to prize " + place + ", recorded is prize " + draw.getDrawn();
    }
}
