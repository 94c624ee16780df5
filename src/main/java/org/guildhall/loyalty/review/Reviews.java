package org.guildhall.loyalty.review;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.purchases.Recorder;
import org.guildhall.loyalty.replay.RuleBooks;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out what the passing of time asks for: members whose tier is due for review or whose manual tier ended, and all
 * members when a standard comes into force. Each member is replayed, so running it again changes nothing.
 */
@Component
public class Reviews {

    private static final UUID FIRST = new UUID(0, 0);
    private static final int CHUNK = 500;
    private static final Actor ACTOR = new Actor.Machine("loyalty.reviews");

    private final Access access;
    private final ReviewStore store;
    private final Recorder recorder;
    private final RuleBooks books;
    private final Surroundings surroundings;

    Reviews(Access access, ReviewStore store, Recorder recorder, RuleBooks books, Surroundings surroundings) {
        this.access = access;
        this.store = store;
        this.recorder = recorder;
        this.books = books;
        this.surroundings = surroundings;
    }

    /** Time, transactions and listeners. */
    @Component
    record Surroundings(BusinessTime time, TransactionTemplate transactions, ApplicationEventPublisher events) {}

    /** Does what is due until today; gives how many members were looked at. */
    public int run() {
        return access.runAs(ACTOR, () -> standards() + due());
    }

    private int standards() {
        var today = surroundings.time.today();
        int members = 0;
        for (LocalDate day : books.current().standards()) {
            if (!day.equals(LocalDate.EPOCH) && !day.isAfter(today) && !store.isDone("standard", day)) {
                int count = all();
                surroundings.transactions.executeWithoutResult(
                        status -> store.done("standard", day, count, surroundings.time.now()));
                members += count;
            }
        }
        return members;
    }

    private int all() {
        int count = 0;
        var after = FIRST;
        for (var chunk = store.all(after, CHUNK); !chunk.isEmpty(); chunk = store.all(after, CHUNK)) {
            refresh(chunk);
            count += chunk.size();
            after = chunk.getLast().value();
        }
        return count;
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
