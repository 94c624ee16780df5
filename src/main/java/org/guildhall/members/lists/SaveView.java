package org.guildhall.members.lists;

import jakarta.validation.constraints.NotNull;
import org.guildhall.members.MemberQuery;

/** Keep a list under a name, for oneself or for everybody. */
public record SaveView(
        @NotNull String name, boolean shared, @NotNull MemberQuery query) {}
