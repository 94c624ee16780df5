package org.guildhall.members;

/** The name of a member in another system, unique within that system: {@code pos:880123}. */
public record ExternalKey(String system, String id) {}
