package org.guildhall.members;

import java.util.List;

/** A member just entered, and others who may be the same person. */
public record RegisteredMember(MemberView member, List<Duplicate> duplicates) {}
