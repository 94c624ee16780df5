package org.guildhall.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which permission an operation of the API asks for first, so that whoever lacks it is told before the body is read:
 * what a request has to look like is nobody's business who may not send it. How far the permission reaches is decided
 * inside, by {@link Access#require}; this opens nothing.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {

    /** The code of the permission; of several, for acts of different kinds, any one of which lets the body be read. */
    String[] value();
}
