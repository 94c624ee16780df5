package org.guildhall.members.masking;

import org.guildhall.access.Access;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.guildhall.members.MemberPermissions;
import org.jspecify.annotations.Nullable;

/** Whose values the actor sees in the clear: told member by member, as far as {@code members.unmasked} reaches. */
public final class Unmasked {

    private final @Nullable Scope scope;

    private Unmasked(@Nullable Scope scope) {
        this.scope = scope;
    }

    /** What the present actor sees. */
    public static Unmasked of(Access access) {
        return new Unmasked(access.may(MemberPermissions.UNMASKED) ? access.require(MemberPermissions.UNMASKED) : null);
    }

    /** How far it reaches; null for nobody at all. */
    public @Nullable Scope scope() {
        return scope;
    }

    /** Whether nobody is masked. */
    public boolean everywhere() {
        return scope instanceof Scope.All;
    }

    /** Whether a member of this home and adviser is seen in the clear. */
    public boolean includes(@Nullable UnitId home, @Nullable StaffId adviser) {
        return scope != null && Scopes.includes(scope, home, adviser);
    }
}
