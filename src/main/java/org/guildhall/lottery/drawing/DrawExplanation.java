package org.guildhall.lottery.drawing;

import java.util.ArrayList;
import org.guildhall.kernel.Explanation;
import org.guildhall.lottery.Prize;

/** Why a draw cost and won what it did: a pure function of the draw and the published terms. */
final class DrawExplanation {

    private DrawExplanation() {}

    static Explanation of(Stored draw) {
        var row = draw.row();
        var parts = new ArrayList<Explanation>();
        parts.add(
                row.getFree()
                        ? Explanation.of(
                                "lottery.free-draw", "draws", draw.details().freeDraws())
                        : Explanation.of("lottery.price", "points", row.getPoints()));
        parts.add(Explanation.of(
                "lottery.ticket",
                "ticket",
                row.getTicket(),
                "number",
                row.getNumber(),
                "participant",
                row.getParticipant()));
        int from = draw.details().prizes().subList(0, row.getDrawn()).stream()
                .mapToInt(Prize::odds)
                .sum();
        parts.add(Explanation.of(
                "lottery.tickets-of-prize",
                "prize",
                draw.drawn().name(),
                "from",
                from,
                "to",
                from + draw.drawn().odds() - 1));
        var stock = draw.drawn().stock();
        if (row.getHit() != null && stock != null) {
            parts.add(Explanation.of(
                    row.getGiven().equals(row.getDrawn()) ? "lottery.hit" : "lottery.run-out",
                    "hit",
                    row.getHit(),
                    "stock",
                    stock,
                    "prize",
                    draw.drawn().name(),
                    "consolation",
                    draw.given().name()));
        }
        if (draw.state() == org.guildhall.lottery.DrawView.State.CANCELLED) {
            parts.add(Explanation.of("lottery.draw-cancelled", "points", row.getPoints()));
        }
        return Explanation.of(
                        "lottery.draw",
                        "lottery",
                        draw.details().name(),
                        "prize",
                        draw.given().name(),
                        "points",
                        row.getPoints())
                .with(parts);
    }
}
