package org.guildhall.policies;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * All versions of a policy in order of their first day, as known when it was asked for; never empty, never changes.
 *
 * <p>A version is in force from its first day until the day before the next one's; of two with the same first day the later
 * version holds.
 */
public record PolicyTimeline<P extends Record>(List<InForce<P>> versions) {

    /** Sorts the versions; the first must be in force from the beginning of time. */
    public PolicyTimeline {
        versions = versions.stream()
                .sorted(Comparator.<InForce<P>, LocalDate>comparing(InForce::effectiveFrom)
                        .thenComparingInt(InForce::version))
                .toList();
        if (versions.isEmpty() || !versions.getFirst().effectiveFrom().equals(LocalDate.EPOCH)) {
            throw new IllegalArgumentException("a timeline begins with the default, in force from the epoch");
        }
    }

    /** The timeline of a single value that always held; what a preview of a constant rule or a test needs. */
    public static <P extends Record> PolicyTimeline<P> constant(PolicyKind<P> kind, P policy) {
        return new PolicyTimeline<>(List.of(new InForce<>(kind.code(), policy, 0, LocalDate.EPOCH, kind.clause())));
    }

    /** What is in force on a day. */
    public InForce<P> at(LocalDate day) {
        for (int i = versions.size() - 1; i > 0; i--) {
            if (!versions.get(i).effectiveFrom().isAfter(day)) {
                return versions.get(i);
            }
        }
        return versions.getFirst();
    }

    /** The version with this number, 0 for the default; one that never held, because it was withdrawn, is none. */
    public InForce<P> version(int number) {
        return versions.stream()
                .filter(one -> one.version() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no version " + number + " of " + versions.getFirst().kind()));
    }

    /** The same timeline as if this policy were published next, with this first day. */
    public PolicyTimeline<P> with(P draft, LocalDate effectiveFrom) {
        var last = versions.getFirst();
        int highest = versions.stream().mapToInt(InForce::version).max().orElse(0);
        var all = new java.util.ArrayList<>(versions);
        all.add(new InForce<>(last.kind(), draft, highest + 1, effectiveFrom, last.clause()));
        return new PolicyTimeline<>(all);
    }

    /** The timeline in which this policy took the place of whatever held from a day on. */
    public PolicyTimeline<P> instead(P policy, LocalDate since) {
        var former = versions.getFirst();
        int highest = versions.stream().mapToInt(InForce::version).max().orElse(0);
        var all = new java.util.ArrayList<>(versions.stream()
                .filter(version -> version.effectiveFrom().isBefore(since))
                .toList());
        all.add(new InForce<>(former.kind(), policy, highest + 1, since, former.clause()));
        return new PolicyTimeline<>(all);
    }
}
