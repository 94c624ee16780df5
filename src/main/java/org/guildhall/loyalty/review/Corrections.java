package org.guildhall.loyalty.review;

import java.util.List;
import org.guildhall.access.Access;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.kernel.Actor;
import org.guildhall.loyalty.purchases.Recorder;
import org.guildhall.loyalty.purchases.Settlement;
import org.guildhall.members.MemberEvent;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Replays members whose birthday or day of joining was corrected, under the versions in force when things occurred. What
 * differs is booked as correcting entries; hearing of the same correction again changes nothing.
 */
@Component
class Corrections {

    private static final Actor ACTOR = new Actor.Machine("loyalty.corrections");
    private static final int CHUNK = 500;

    private final Access access;
    private final ReviewStore store;
    private final Recorder recorder;
    private final Audit audit;
    private final Reviews.Surroundings surroundings;

    Corrections(Access access, ReviewStore store, Recorder recorder, Audit audit, Reviews.Surroundings surroundings) {
        this.access = access;
        this.store = store;
        this.recorder = recorder;
        this.audit = audit;
        this.surroundings = surroundings;
    }

    @ApplicationModuleListener
    void on(MemberEvent.MemberFactsChanged event) {
        access.runAs(ACTOR, () -> {
            var standing = store.standing(event.members());
            for (int from = 0; from < standing.size(); from += CHUNK) {
                var members = standing.subList(from, Math.min(from + CHUNK, standing.size()));
                remember(recorder.refresh(members), members.size());
            }
            return standing.size();
        });
    }

    private void remember(Settlement.Settled settled, int members) {
        settled.tierChanges().forEach(surroundings.events()::publishEvent);
        boolean changed = settled.points() != 0
                || settled.growth() != 0
                || !settled.tierChanges().isEmpty();
        if (changed) {
            var only = settled.outcomes().keySet();
            var entry = AuditEntry.of(
                    "loyalty.recalculated", "members", "facts-changed", "members", members, "points", settled.points());
            audit.record(only.size() == 1 ? entry.about(List.copyOf(only).getFirst()) : entry);
        }
    }
}
