package org.guildhall.members.lists;

import java.util.UUID;
import org.guildhall.members.MemberQuery;

/** A member list that somebody keeps, perhaps for everybody; {@code own} when the reader may change it. */
public record SavedView(UUID id, String name, boolean shared, boolean own, MemberQuery query, int version) {}
