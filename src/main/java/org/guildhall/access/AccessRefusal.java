package org.guildhall.access;

import java.time.Instant;
import java.util.List;
import org.guildhall.kernel.Refusal;

/** Why access says no. */
public sealed interface AccessRefusal extends Refusal.Reason {

    /** Refusals because nobody is, or stays, logged in. */
    sealed interface Stranger extends AccessRefusal, Refusal.Unauthenticated {}

    /** Nobody is logged in. */
    record Unauthenticated() implements Stranger {}

    /** The session ended by time or was ended by somebody. */
    record SessionExpired() implements Stranger {}

    /** Log-in name and password do not belong together, or the key is unknown, revoked or expired. */
    record BadCredentials() implements Stranger {}

    /** Too many failed attempts; log-in is closed until the given time. */
    record LockedOut(Instant until) implements Stranger {}

    /** Refusals because the actor may not. */
    sealed interface Forbidden extends AccessRefusal, Refusal.Forbidden {}

    /** The password was chosen by somebody else and must be replaced first. */
    record PasswordChangeRequired() implements Forbidden {}

    /** The actor lacks the permission. */
    record Denied(String permission) implements Forbidden {}

    /** The actor has the permission, but not for this unit or person. */
    record OutOfScope(String permission, String subject) implements Forbidden {}

    /** The request did not prove that it came from our own page. */
    record BadCsrfToken() implements Forbidden {
        @Override
        public String code() {
            return "access.csrf";
        }
    }

    /** The change would give the actor more than before. */
    record WidensOwnPowers(List<String> permissions) implements Forbidden {}

    /** A key may not do more than its maker, and whoever manages some of the staff gives no post that is above the own powers. */
    record ExceedsOwnPowers(List<String> permissions) implements Forbidden {}

    /** Refusals because too much at once. */
    sealed interface Limited extends AccessRefusal, Refusal.Limited {}

    /** Too many requests. */
    record RateLimited(long retryAfterSeconds) implements Limited {}

    /** Refusals because the present state forbids it. */
    sealed interface Conflict extends AccessRefusal, Refusal.Conflict {}

    /** Somebody changed it in the meantime. */
    record StaleVersion(int expected, int actual) implements Conflict {}

    /** Another staff member has this log-in name. */
    record LoginTaken(String login) implements Conflict {}

    /** Another unit or post has this code. */
    record CodeTaken(String value) implements Conflict {}

    /** The unit still has units below it or people in it. */
    record UnitInUse(String unit, long children, long appointments) implements Conflict {}

    /** Refusals because there is no such thing. */
    sealed interface Missing extends AccessRefusal, Refusal.Missing {}

    /** There is no such staff member. */
    record NoSuchStaff(String id) implements Missing {}

    /** There is no such unit. */
    record NoSuchUnit(String id) implements Missing {}

    /** There is no such post. */
    record NoSuchPost(String id) implements Missing {}

    /** There is no such session of this person. */
    record NoSuchSession(String id) implements Missing {}

    /** There is no such API key. */
    record NoSuchKey(String id) implements Missing {}

    /** There is no such appointment of this person. */
    record NoSuchAppointment(String id) implements Missing {}

    /** Refusals because a rule says no. */
    sealed interface Rule extends AccessRefusal, Refusal.Rule {}

    /** A unit can't be below itself. */
    record UnitCycle(String unit, String parent) implements Rule {}

    /** Nobody can be appointed to a retired post. */
    record PostRetired(String post) implements Rule {}

    /** The person no longer works here. */
    record HasLeft(String staff) implements Rule {}

    /** The member was erased; nothing personal can be kept any more. */
    record ErasedMember(String member) implements Rule {}
}
