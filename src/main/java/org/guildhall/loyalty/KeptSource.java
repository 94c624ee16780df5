package org.guildhall.loyalty;

/**
 * Where purchases come from that a module records itself, because more hangs on them than points; that module offers it as a
 * bean. Nobody else records purchases or returns under that name.
 *
 * @param source the name
 * @param keeper the module
 */
public record KeptSource(String source, String keeper) {}
