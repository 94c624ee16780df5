package org.guildhall.access;

import java.util.Set;
import org.guildhall.kernel.Actor;

/**
 * Who is one person behind several references, for whatever needs two people: a program acts for whoever made its key, so what
 * one of them asked the other does not decide.
 */
public interface SamePerson {

    /**
     * Every reference under which the person behind an actor acts: the own one and those of all keys that the person made, also
     * by a key; always with the actor's own.
     */
    Set<String> references(Actor actor);
}
