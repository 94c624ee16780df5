package org.guildhall.access.staff;

import org.guildhall.kernel.StaffId;

/** What the staff files need of log-in: hashed passwords, and an end of sessions. */
public interface PasswordDesk {

    /** A password nobody has chosen. */
    String oneTime();

    /** Its hash. */
    String hash(String password);

    /** Sets a password to be replaced at the next log-in, lifts a lock-out and ends all sessions. */
    void reset(StaffId staff, String password);

    /** Ends all sessions. */
    void endSessions(StaffId staff);
}
