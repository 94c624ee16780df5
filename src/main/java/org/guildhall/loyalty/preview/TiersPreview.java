package org.guildhall.loyalty.preview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.replay.MemberReplay;
import org.guildhall.loyalty.replay.RuleBook;
import org.guildhall.loyalty.tiers.TiersPolicy;
import org.guildhall.policies.PolicyKind;
import org.guildhall.policies.PolicyPreview;
import org.guildhall.policies.Preview;
import org.springframework.stereotype.Component;

/** Whom a new standard would move on its first day, if nobody bought anything until then. */
@Component
class TiersPreview implements PolicyPreview<TiersPolicy> {

    static final int SAMPLE = 20;

    private final AllMembers members;

    TiersPreview(AllMembers members) {
        this.members = members;
    }

    @Override
    public PolicyKind<TiersPolicy> kind() {
        return TiersPolicy.KIND;
    }

    @Override
    public Preview preview(TiersPolicy draft, LocalDate effectiveFrom) {
        var current = members.books().current();
        var then = new RuleBook(
                current.timelines().tiers(current.timelines().tiers().with(draft, effectiveFrom)), current.zone());
        var moves = new TreeMap<String, Integer>();
        var sample = new ArrayList<MemberId>();
        var seen = new int[1];
        members.forEach(current.byLine(), history -> {
            seen[0]++;
            var now = MemberReplay.of(current, history, effectiveFrom).tier();
            var next = MemberReplay.of(then, history, effectiveFrom).tier();
            if (!now.equals(next)) {
                moves.merge(now + '\n' + next, 1, Integer::sum);
                if (sample.size() < SAMPLE) {
                    sample.add(history.member());
                }
            }
        });
        long affected = moves.values().stream().mapToLong(Integer::longValue).sum();
        return new Preview(affected, moves(moves), sample, Map.of("members", seen[0]));
    }

    private static List<Preview.Move> moves(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(entry -> {
                    int cut = entry.getKey().indexOf('\n');
                    return new Preview.Move(
                            "loyalty.tier-move",
                            entry.getKey().substring(0, cut),
                            entry.getKey().substring(cut + 1),
                            entry.getValue());
                })
                .toList();
    }
}
