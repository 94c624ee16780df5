package org.guildhall.platform;

import java.util.function.Supplier;
import org.guildhall.kernel.Actor;

/** Says who acts now and lets a job act for whoever asked for it; implemented by the access module. */
public interface Acting {

    /** Who acts now; refused as unauthenticated when nobody does. */
    Actor current();

    /** Whether the current actor administers the installation and may see everybody's jobs. */
    boolean mayAdminister();

    /** Does the work with the actor's own powers. */
    <T> T as(Actor actor, Supplier<T> work);
}
