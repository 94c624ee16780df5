package org.guildhall.loyalty.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guildhall.loyalty.Goods;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.loyalty.ReturnFact;

/** What a member kept of each purchase; returns count in their order of time, none before its purchase. */
public final class Kept {

    private Kept() {}

    /** Every purchase, by time, without tiers. */
    public static List<Goods> of(MemberHistory history) {
        Map<String, List<ReturnFact>> returns = new HashMap<>();
        history.returns().stream()
                .map(GivenBack::fact)
                .sorted(Comparator.comparing(ReturnFact::source).thenComparing(ReturnFact::number))
                .forEach(back -> returns.computeIfAbsent(
                                back.source() + '\n' + back.purchaseNumber(), key -> new ArrayList<>())
                        .add(back));
        return history.purchases().stream()
                .sorted(Earning.ORDER)
                .map(bought -> goods(bought, returns))
                .toList();
    }

    private static Goods goods(Bought bought, Map<String, List<ReturnFact>> returns) {
        var fact = bought.fact();
        var back = returns.getOrDefault(fact.source() + '\n' + fact.number(), List.of()).stream()
                .sorted(Comparator.comparing(one -> later(one, fact)))
                .toList();
        var remainder = Remainder.after(fact, List.of());
        for (var one : back) {
            if (!remainder.isGone()) {
                remainder.giveBack(one);
            }
        }
        return new Goods(
                bought.id(),
                fact.member(),
                fact.number(),
                fact.occurredAt(),
                fact.store(),
                null,
                fact.total().currency(),
                lines(fact, remainder));
    }

    private static java.time.Instant later(ReturnFact back, PurchaseFact fact) {
        return back.occurredAt().isBefore(fact.occurredAt()) ? fact.occurredAt() : back.occurredAt();
    }

    private static List<Goods.Line> lines(PurchaseFact fact, Remainder remainder) {
        if (fact.lines().isEmpty()) {
            return List.of(new Goods.Line(0, null, null, fact.total().minor(), remainder.total()));
        }
        var lines = new ArrayList<Goods.Line>();
        for (int i = 0; i < fact.lines().size(); i++) {
            var line = fact.lines().get(i);
            lines.add(new Goods.Line(
                    i + 1, line.product(), line.category(), line.amount().minor(), remainder.line(i)));
        }
        return lines;
    }
}
