package org.guildhall.loyalty.preview;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.earning.EarningPolicy;
import org.guildhall.loyalty.replay.MemberHistory;
import org.guildhall.loyalty.replay.MemberReplay;
import org.guildhall.loyalty.replay.RuleBook;
import org.guildhall.policies.PolicyKind;
import org.guildhall.policies.PolicyPreview;
import org.guildhall.policies.Preview;
import org.springframework.stereotype.Component;

/** What the purchases of the last twelve months would have earned under draft rules, beside what they did earn. */
@Component
class EarningPreview implements PolicyPreview<EarningPolicy> {

    private final AllMembers members;

    EarningPreview(AllMembers members) {
        this.members = members;
    }

    @Override
    public PolicyKind<EarningPolicy> kind() {
        return EarningPolicy.KIND;
    }

    @Override
    public Preview preview(EarningPolicy draft, LocalDate effectiveFrom) {
        var today = members.time().today();
        var since = today.minusYears(1);
        var current = members.books().current();
        var then = new RuleBook(
                current.timelines().earning(current.timelines().earning().instead(draft, since)), current.zone());
        var tally = new Tally(since);
        members.forEach(
                current.byLine() || then.byLine(),
                history -> tally.add(
                        history, points(current, history, since, today), points(then, history, since, today)));
        return tally.preview();
    }

    private static long points(RuleBook book, MemberHistory history, LocalDate since, LocalDate today) {
        ZoneId zone = book.zone();
        var from = since.atStartOfDay(zone).toInstant();
        return MemberReplay.of(book, history, today).awards().stream()
                .filter(award -> award.ofPurchase() && !award.at().isBefore(from))
                .mapToLong(award -> award.points())
                .sum();
    }

    /** Adds members up. */
    private static final class Tally {

        private final LocalDate since;
        private final List<MemberId> sample = new ArrayList<>();
        private long now;
        private long draft;
        private long more;
        private long less;
        private long seen;

        Tally(LocalDate since) {
            this.since = since;
        }

        void add(MemberHistory history, long pointsNow, long pointsDraft) {
            seen++;
            now += pointsNow;
            draft += pointsDraft;
            more += pointsDraft > pointsNow ? 1 : 0;
            less += pointsDraft < pointsNow ? 1 : 0;
            if (pointsNow != pointsDraft && sample.size() < TiersPreview.SAMPLE) {
                sample.add(history.member());
            }
        }

        Preview preview() {
            var moves = new ArrayList<Preview.Move>();
            if (more > 0) {
                moves.add(new Preview.Move("loyalty.points-move", "same", "more", more));
            }
            if (less > 0) {
                moves.add(new Preview.Move("loyalty.points-move", "same", "less", less));
            }
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("members", seen);
            facts.put("since", since);
            facts.put("pointsNow", now);
            facts.put("pointsDraft", draft);
            facts.put("pointsDifference", draft - now);
            return new Preview(more + less, moves, sample, facts);
        }
    }
}
