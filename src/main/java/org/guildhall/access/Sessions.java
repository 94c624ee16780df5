package org.guildhall.access;

import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.StaffId;

/** Log-ins. The browser holds an opaque token; a session ends at once on this instance when it is revoked. */
public interface Sessions {

    /** Where a log-in comes from. */
    record Origin(String agent, String address) {}

    /** A new session: the token for the cookie, and who it is. */
    record Opened(String token, SessionView view) {}

    /** Logs in; refused {@code access.bad-credentials} or {@code access.locked-out}. */
    Opened open(Credentials credentials, Origin origin);

    /** Who is logged in; refused {@code access.unauthenticated}. */
    SessionView current();

    /** Who is logged in, if anybody; never refused. */
    EntranceView entrance();

    /** Logs out. */
    void close();

    /** The own living sessions, newest first. */
    List<SessionRow> mine();

    /** Ends one of the own sessions. */
    void revoke(UUID session);

    /** The living sessions of a staff member; needs {@code access.staff-write}. */
    List<SessionRow> of(StaffId staff);

    /** Ends all sessions of a staff member; needs {@code access.staff-write}. */
    void revokeAll(StaffId staff);

    /** Replaces the own password and ends all other sessions. */
    void changePassword(ChangePassword command);
}
