package org.guildhall.loyalty.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.loyalty.ReturnFact;
import org.jspecify.annotations.Nullable;

/**
 * What takes back in the course of a replay: the return of a purchase, or the taking back of an occasion, of which there is
 * nothing more to say.
 *
 * @param position place of what it takes back among the facts that earn
 * @param at when it counts, never before what it takes back
 */
record Back(
        UUID id,
        int position,
        Instant at,
        String source,
        String number,
        @Nullable ReturnFact returned) {

    private static final Comparator<Back> ORDER = Comparator.comparing(Back::at)
            .thenComparing(back -> back.returned == null)
            .thenComparing(Back::source)
            .thenComparing(Back::number);

    /** Those of a history whose facts are known, in order of time. */
    static List<Back> of(MemberHistory history, List<Earning> facts) {
        var backs = new ArrayList<Back>();
        takenBack(facts, backs);
        if (!history.returns().isEmpty()) {
            returned(history, facts, backs);
        }
        backs.sort(ORDER);
        return backs;
    }

    private static void takenBack(List<Earning> facts, List<Back> backs) {
        for (int i = 0; i < facts.size(); i++) {
            if (facts.get(i) instanceof Happened happened && happened.takenBack() != null) {
                var taken = happened.takenBack();
                var at = later(taken.at(), happened.at());
                backs.add(new Back(taken.id(), i, at, happened.source(), happened.number(), null));
            }
        }
    }

    private static void returned(MemberHistory history, List<Earning> facts, List<Back> backs) {
        Map<String, Integer> byNumber = new HashMap<>();
        for (int i = 0; i < facts.size(); i++) {
            if (facts.get(i) instanceof Bought bought) {
                byNumber.put(bought.source() + '\n' + bought.number(), i);
            }
        }
        for (var back : history.returns()) {
            var fact = back.fact();
            var position = byNumber.get(fact.source() + '\n' + fact.purchaseNumber());
            if (position != null) {
                var at = later(fact.occurredAt(), facts.get(position).at());
                backs.add(new Back(back.id(), position, at, fact.source(), fact.number(), fact));
            }
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
