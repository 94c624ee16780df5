package org.guildhall.approvals.requests;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guildhall.approvals.standing.Claim;
import org.guildhall.kernel.Actor;

/** What an actor may do with a request now, worked out purely from the claims and the tasks that wait. */
record Part(Actor actor, Set<String> selves, List<Claim> claims) {

    /** A task that can be answered, and the claim that answers it. */
    record Answer(Stored.Task task, Claim claim) {}

    /** The waiting tasks that the actor answers: never of the own request nor with the requester's own power. */
    List<Answer> answers(Stored request, List<Stored.Task> tasks) {
        if (asked(request)) {
            return List.of();
        }
        return tasks.stream()
                .filter(Stored.Task::open)
                .flatMap(task -> claim(request, task).map(claim -> new Answer(task, claim)).stream())
                .toList();
    }

    /** Whether it was the same person, at a screen or by a key of theirs. */
    boolean asked(Stored request) {
        return selves.contains(request.requestedBy());
    }

    private Optional<Claim> claim(Stored request, Stored.Task task) {
        return claims.stream()
                .filter(claim -> !claim.selves().contains(request.requestedBy()))
                .filter(claim -> task.assignedTo() == null
                        ? claim.post().equals(task.post()) && claim.reaches(request.unit())
                        : claim.holder().value().equals(task.assignedTo()))
                .min((a, b) -> Boolean.compare(a.onBehalfOf() != null, b.onBehalfOf() != null));
    }
}
