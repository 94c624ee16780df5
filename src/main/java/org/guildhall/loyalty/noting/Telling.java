package org.guildhall.loyalty.noting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Points;
import org.guildhall.loyalty.OccasionKind;
import org.guildhall.loyalty.OccasionView;
import org.guildhall.loyalty.noting.OccasionStore.Kept;
import org.guildhall.loyalty.purchases.Histories;
import org.guildhall.loyalty.replay.Award;
import org.guildhall.loyalty.replay.MemberReplay;
import org.guildhall.loyalty.replay.Outcome;
import org.guildhall.loyalty.replay.RuleBooks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what a member's occasions brought, by replaying the member. */
@Component
class Telling {

    private final Histories histories;
    private final RuleBooks books;
    private final BusinessTime time;

    Telling(Histories histories, RuleBooks books, BusinessTime time) {
        this.histories = histories;
        this.books = books;
        this.time = time;
    }

    /** The member's replay, with the explanation of one occasion if one is asked about. */
    Told of(MemberId member, @Nullable UUID asked) {
        var book = books.current();
        var history = Objects.requireNonNull(
                histories.of(List.of(member), book.byLine()).get(member));
        return new Told(
                asked == null
                        ? MemberReplay.of(book, history, time.today())
                        : MemberReplay.explaining(book, history, time.today(), asked));
    }

    /** What a replay says of occasions. */
    static final class Told {

        private final Outcome outcome;
        private final Map<UUID, Award> awards = new HashMap<>();

        Told(Outcome outcome) {
            this.outcome = outcome;
            outcome.awards().forEach(award -> awards.put(award.fact(), award));
        }

        @Nullable
        Explanation why() {
            return outcome.explanation();
        }

        String tier() {
            return outcome.tier();
        }

        OccasionView view(Kept kept) {
            var fact = kept.fact();
            var award = awards.get(kept.id());
            var back = kept.takenBack();
            boolean referral = fact.kind() == OccasionKind.REFERRAL;
            return new OccasionView(
                    kept.id(),
                    fact.kind(),
                    fact.source(),
                    fact.number(),
                    fact.member(),
                    fact.occurredAt(),
                    kept.record().getRecordedAt().toInstant(),
                    fact.store(),
                    referral ? null : fact.about(),
                    referral ? fact.referred() : null,
                    Points.of(award == null ? 0 : award.points()),
                    Points.of(award == null ? 0 : award.growth()),
                    back == null
                            ? null
                            : new OccasionView.TakenBack(
                                    back.getTakingId(), back.getTakenAt().toInstant(), back.getReason()));
        }
    }
}
