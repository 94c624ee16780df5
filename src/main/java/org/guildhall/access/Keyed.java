package org.guildhall.access;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.guildhall.platform.IdempotencyKey;

/**
 * A request's parameter of type {@code String}: the cause of the write that is asked for, which is who acts and the caller's
 * {@value IdempotencyKey#HEADER}. A request without a well-formed key is refused before anything is done.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(name = IdempotencyKey.HEADER, in = ParameterIn.HEADER)
public @interface Keyed {}
