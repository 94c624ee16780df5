package org.guildhall.loyalty.review;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.purchases.TierReviews;
import org.guildhall.platform.Chunks;
import org.guildhall.platform.Runs;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out what the passing of time asks for: members whose tier is due for review or whose manual tier ended are
 * replayed and remembered as a run, and standards whose day has come are applied to all members by a job. Running it again
 * changes nothing.
 */
@Component
public class Reviews {

    /** The kind of a run that reviews tiers. */
    public static final String KIND = "loyalty.review";

    /** The kind of a run that undoes one. */
    public static final String UNDO = "loyalty.review-undo";

    private static final UUID FIRST = new UUID(0, 0);
    private static final int CHUNK = 2_000;
    private static final Actor ACTOR = new Actor.Machine("loyalty.reviews");

    private final Access access;
    private final ReviewStore store;
    private final TierReviews reviews;
    private final Runs runs;
    private final PolicyWatch policies;
    private final Surroundings surroundings;

    Reviews(Access access, Held held, PolicyWatch policies, Surroundings surroundings) {
        this.access = access;
        this.store = held.store;
        this.reviews = held.reviews;
        this.runs = held.runs;
        this.policies = policies;
        this.surroundings = surroundings;
    }

    /** Who is due, how they are reviewed, and where it is remembered. */
    @Component
    record Held(ReviewStore store, TierReviews reviews, Runs runs) {}

    /** Time, transactions and listeners. */
    @Component
    record Surroundings(BusinessTime time, TransactionTemplate transactions, ApplicationEventPublisher events) {}

    /** Does what is due until today, and has standards that came into force carried out; gives the run. */
    public UUID run() {
        return access.runAs(ACTOR, () -> {
            policies.startDue();
            return run(surroundings.time.today());
        });
    }

    /** Reviews whoever was due by that day, at the latest today, as a run in the actor's name. */
    public UUID run(LocalDate through) {
        var last = through.isAfter(surroundings.time.today()) ? surroundings.time.today() : through;
        var actor = access.actor();
        return runs.during(
                new Runs.Begin(KIND, "", last, actor, null),
                run -> Chunks.<MemberId>each(
                        after -> store.due(last, after == null ? FIRST : after.value(), CHUNK),
                        members -> access.runAs(actor, () -> {
                            review(run, last, members);
                            return members.size();
                        })));
    }

    private void review(UUID run, LocalDate through, List<MemberId> members) {
        if (!members.isEmpty()) {
            surroundings.transactions.executeWithoutResult(
                    status -> reviews.review(run, through, members).forEach(surroundings.events::publishEvent));
        }
    }
}
