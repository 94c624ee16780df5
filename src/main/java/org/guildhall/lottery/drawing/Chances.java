package org.guildhall.lottery.drawing;

import java.time.LocalDate;
import java.util.UUID;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.UnitId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Balances;
import org.guildhall.ledger.Ledger;
import org.guildhall.lottery.ChanceView;
import org.guildhall.lottery.LotteryRefusal;
import org.guildhall.lottery.LotteryView.State;
import org.guildhall.lottery.fair.FairDraw;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a member may in a lottery now, by the same rules as the draw itself. */
@Component
class Chances {

    private final EntrantStore entrants;
    private final DrawStore draws;
    private final Drawing drawing;
    private final Ledger ledger;

    Chances(EntrantStore entrants, DrawStore draws, Drawing drawing, Ledger ledger) {
        this.entrants = entrants;
        this.draws = draws;
        this.drawing = drawing;
        this.ledger = ledger;
    }

    ChanceView of(UUID lottery, MemberId member, @Nullable UnitId store, LocalDate day) {
        var found = entrants.find(lottery).orElseThrow(() -> Refusal.of(new LotteryRefusal.UnknownLottery(lottery)));
        var details = draws.details(found.getDetails());
        var past = entrants.past(lottery, member, day);
        var held = new DrawRules.Held(details, State.of(found.getState()));
        var asked = new DrawRules.Asked(drawing.tier(details, member), store, day);
        var refusal = DrawRules.refusal(held, asked, past);
        long cost = DrawRules.free(details, past) ? 0 : details.points();
        long available = ledger.balances(member).balances().stream()
                .filter(balance -> balance.asset().equals(Asset.POINTS))
                .mapToLong(Balances.Balance::available)
                .sum();
        var hindrance = refusal != null ? refusal.code() : available < cost ? "ledger.insufficient-balance" : null;
        return new ChanceView(
                cost,
                Math.max(0, details.freeDraws() - past.free()),
                available,
                left(details.perDay(), past.today()),
                left(details.perMember(), past.standing()),
                FairDraw.participant(lottery, member),
                entrants.draws(lottery, member),
                hindrance);
    }

    private static @Nullable Integer left(@Nullable Integer most, int had) {
        return most == null ? null : Integer.valueOf(Math.max(0, most - had));
    }
}
