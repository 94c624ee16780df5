package org.guildhall.messages;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A word that a text may use between double braces.
 *
 * @param needed whether every text must use it
 */
@Schema(name = "MessageVariable")
public record Variable(String name, VariableType type, boolean needed) {}
