package org.guildhall.loyalty;

/**
 * Where purchases come from that a module records itself, because more hangs on them than points; that module offers it as a
 * bean. Nobody else records purchases or returns under that name; what is recorded is a part of the module's own act, which is what the
 * module enters in the audit trail.
 *
 * @param source the name
 * @param keeper the module
 */
public record KeptSource(String source, String keeper) {}
