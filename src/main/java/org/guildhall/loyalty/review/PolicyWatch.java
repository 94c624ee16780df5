package org.guildhall.loyalty.review;

import java.util.Set;
import java.util.stream.Stream;
import org.guildhall.access.Access;
import org.guildhall.kernel.Actor;
import org.guildhall.loyalty.earning.EarningPolicy;
import org.guildhall.loyalty.expiry.ExpiryPolicy;
import org.guildhall.loyalty.occasions.OccasionsPolicy;
import org.guildhall.loyalty.replay.RuleBooks;
import org.guildhall.loyalty.returns.ReturnsPolicy;
import org.guildhall.loyalty.tiers.TiersPolicy;
import org.guildhall.platform.Jobs;
import org.guildhall.policies.PolicyEvent;
import org.guildhall.policies.PolicyTimeline;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sees to it that a version is carried out as soon as it is in force: at once if it is published for today, by the nightly
 * review if its day comes later. What was not done by then is started anew every night.
 */
@Component
class PolicyWatch {

    private static final Actor ACTOR = new Actor.Machine("loyalty.policies");
    private static final Set<String> OF_FACTS = Set.of(
            EarningPolicy.KIND.code(),
            ExpiryPolicy.KIND.code(),
            ReturnsPolicy.KIND.code(),
            OccasionsPolicy.KIND.code());

    private final Jobs jobs;
    private final Access access;
    private final RuleBooks books;
    private final ReviewStore store;
    private final Reviews.Surroundings surroundings;

    PolicyWatch(Jobs jobs, Access access, RuleBooks books, ReviewStore store, Reviews.Surroundings surroundings) {
        this.jobs = jobs;
        this.access = access;
        this.books = books;
        this.store = store;
        this.surroundings = surroundings;
    }

    /** Within the publication's transaction, so that a published version is never left uncarried out. */
    @EventListener
    void on(PolicyEvent.PolicyPublished published) {
        boolean standard = published.kind().equals(TiersPolicy.KIND.code());
        boolean inForce = !published.effectiveFrom().isAfter(surroundings.time().today());
        if (inForce && (standard || OF_FACTS.contains(published.kind()))) {
            start(
                    new ApplyPolicy(published.kind(), published.version(), published.effectiveFrom(), standard),
                    access.actor(),
                    "");
        }
    }

    /** Starts what has come into force and was not carried out; gives how many versions. */
    int startDue() {
        var today = surroundings.time().today();
        var published = books.current().timelines();
        var due = Stream.of(
                        works(published.tiers(), true),
                        works(published.earning(), false),
                        works(published.expiry(), false),
                        works(published.returns(), false),
                        works(published.occasions(), false))
                .flatMap(works -> works)
                .filter(work -> !work.from().isAfter(today) && !store.isDone(work.key(), work.from()))
                .toList();
        surroundings
                .transactions()
                .executeWithoutResult(status -> due.forEach(work -> start(work, ACTOR, " " + today)));
        return due.size();
    }

    private static <P extends Record> Stream<ApplyPolicy> works(PolicyTimeline<P> published, boolean everybody) {
        return published.versions().stream()
                .filter(version -> version.version() > 0)
                .map(version -> new ApplyPolicy(version.kind(), version.version(), version.effectiveFrom(), everybody));
    }

    private void start(ApplyPolicy work, Actor by, String attempt) {
        jobs.start(ApplyPolicyJob.CODE, work, by, work.key() + attempt);
    }
}
