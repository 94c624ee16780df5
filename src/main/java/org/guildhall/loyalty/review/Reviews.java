package org.guildhall.loyalty.review;

import java.util.List;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.purchases.Recorder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out what the passing of time asks for: members whose tier is due for review or whose manual tier ended are
 * replayed, and standards whose day has come are applied to all members by a job. Running it again changes nothing.
 */
@Component
public class Reviews {

    private static final UUID FIRST = new UUID(0, 0);
    private static final int CHUNK = 500;
    private static final Actor ACTOR = new Actor.Machine("loyalty.reviews");

    private final Access access;
    private final ReviewStore store;
    private final Recorder recorder;
    private final PolicyWatch policies;
    private final Surroundings surroundings;

    Reviews(Access access, ReviewStore store, Recorder recorder, PolicyWatch policies, Surroundings surroundings) {
        this.access = access;
        this.store = store;
        this.recorder = recorder;
        this.policies = policies;
        this.surroundings = surroundings;
    }

    /** Time, transactions and listeners. */
    @Component
    record Surroundings(BusinessTime time, TransactionTemplate transactions, ApplicationEventPublisher events) {}

    /** Does what is due until today, and has standards that came into force carried out; gives how many members were due. */
    public int run() {
        return access.runAs(ACTOR, () -> {
            policies.startDue();
            return due();
        });
    }

    private int due() {
        var today = surroundings.time.today();
        int count = 0;
        var after = FIRST;
        for (var chunk = store.due(today, after, CHUNK); !chunk.isEmpty(); chunk = store.due(today, after, CHUNK)) {
            refresh(chunk);
            count += chunk.size();
            after = chunk.getLast().value();
        }
        return count;
    }

    private void refresh(List<MemberId> members) {
        surroundings.transactions.executeWithoutResult(
                status -> recorder.refresh(members).tierChanges().forEach(surroundings.events::publishEvent));
    }
}
