package org.guildhall.members.lists;

import org.guildhall.members.MemberQuery;

/** Keep a list under a name, for oneself or for everybody. */
public record SaveView(String name, boolean shared, MemberQuery query) {}
