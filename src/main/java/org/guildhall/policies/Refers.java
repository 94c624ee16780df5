package org.guildhall.policies;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a text or identifier of a policy as the code of something that the house has, so that the editor offers these by name:
 * {@code post}, {@code tier}, {@code store}, {@code template}, {@code approval} (a kind of act that can need one).
 */
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Refers {

    /** What the code is one of. */
    String value();
}
