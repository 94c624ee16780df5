package org.guildhall.members;

import java.time.LocalDate;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * What rules of other modules need of a member; no contact data. Of an erased member nothing personal is known any more, so
 * what was decided by it cannot be decided again.
 *
 * @param identified whether the name and an identity document are known
 */
public record MemberFacts(
        MemberId id,
        MemberKind kind,
        MemberStatus status,
        LocalDate joinedOn,
        @Nullable Birthday birthday,
        @Nullable UnitId homeUnit,
        boolean erased,
        boolean identified) {}
