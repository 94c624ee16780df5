package org.guildhall.access;

import java.util.Optional;
import java.util.function.Supplier;
import org.guildhall.kernel.Actor;

/**
 * Who acts now and what they may do.
 *
 * <p>The actor is bound for the length of a request by the security filter and for the length of a piece of work by
 * {@link #runAs}. It is not inherited by other threads: hand the actor on and call {@code runAs} there.
 */
public interface Access {

    /** Who acts now; refused {@code access.unauthenticated} if nobody does. */
    Actor actor();

    /** Who acts now, if anybody. */
    Optional<Actor> current();

    /**
     * Refuses {@code access.denied} unless the actor holds the permission, else gives the data it opens. This is the one
     * place where permissions are checked.
     */
    Scope require(Permission permission);

    /** Whether the actor holds the permission, in any scope. */
    boolean may(Permission permission);

    /** Does the work as the given actor, with exactly that actor's powers; a {@link Actor.Machine} may do everything. */
    <T> T runAs(Actor actor, Supplier<T> work);

    /** Does the work as the given actor. */
    default void runAs(Actor actor, Runnable work) {
        runAs(actor, () -> {
            work.run();
            return true;
        });
    }
}
