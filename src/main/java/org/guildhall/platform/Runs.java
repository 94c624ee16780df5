package org.guildhall.platform;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.Slice;
import org.jspecify.annotations.Nullable;

/**
 * Remembers work that the calendar asks for as runs that can be looked at: who ran what and when, through which day, whom and
 * how much it moved, and which run undid it. For code: the module whose work it is checks who may.
 */
public interface Runs {

    /**
     * Notes that a run begins. Refused while another of the kind and subject is at work; one whose process ended is marked as
     * cut short, since what it left undone is done by the next.
     */
    UUID begin(Begin run);

    /** Adds to what the run moved, within the caller's transaction: it counts with the batch it describes, or not at all. */
    void moved(UUID run, long members, long items, long amount);

    /** Notes that the run ended; {@code failure} says why it could not go on. */
    void end(UUID run, @Nullable String failure);

    /** Does the work as a run: it begins before, and ends well or as failed after. */
    UUID during(Begin run, Consumer<UUID> work);

    /** The run, if there is one. */
    Optional<RunView> find(UUID run);

    /** The runs of these kinds, newest first. */
    Slice<RunView> list(Collection<String> kinds, @Nullable String cursor, int limit);

    /**
     * What begins.
     *
     * @param subject what it runs over, or empty
     */
    record Begin(
            String kind,
            String subject,
            LocalDate through,
            Actor by,
            @Nullable Undoing undoing) {}

    /** That a run undoes another, why, and until when what is undone holds. */
    record Undoing(UUID run, LocalDate until, String reason) {}
}
