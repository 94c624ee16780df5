package org.guildhall.testing;

import java.time.LocalDate;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.guildhall.members.MemberKind;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.Members;
import org.guildhall.members.RegisterMember;
import org.jspecify.annotations.Nullable;

/** Enters active persons for tests, as the machine. */
public final class TestMembers {

    private final TestStaff staff;
    private final Members members;

    TestMembers(TestStaff staff, Members members) {
        this.staff = staff;
        this.members = members;
    }

    /** Somebody of whom nothing is known, since that day. */
    public MemberId since(LocalDate joinedOn) {
        return enter(MemberProfile.EMPTY, joinedOn, null);
    }

    /** Somebody of whom nothing is known, of a unit or of none, since today. */
    public MemberId of(@Nullable UnitId home) {
        return enter(MemberProfile.EMPTY, null, home);
    }

    /** Somebody, since that day or today. */
    public MemberId enter(MemberProfile profile, @Nullable LocalDate joinedOn, @Nullable UnitId home) {
        var command =
                new RegisterMember(MemberKind.PERSON, null, profile, null, joinedOn, home, null, null, null, null);
        return staff.asMachine(() -> members.register(command)).member().id();
    }
}
