package org.guildhall.access.acting;

import org.guildhall.kernel.Actor;

/** Knows what an actor may do today; answers from memory on the hot path. */
public interface PowersSource {

    /** The powers of the actor today. */
    Powers of(Actor actor);
}
