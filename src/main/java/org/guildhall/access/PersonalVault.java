package org.guildhall.access;

import java.util.List;
import org.guildhall.kernel.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * Keeps personal values so that a person can be forgotten: each value is sealed with AES-256-GCM under the member's own
 * key, which lives wrapped by the master key in one place. Erasing destroys that key, and with it every copy in history,
 * audit and backups of the values. Keys made in a transaction that rolls back never existed.
 *
 * <p>Sealing needs a transaction when the member has no key yet.
 */
public interface PersonalVault {

    /** A value to seal for a member. */
    record Plain(MemberId member, String value) {}

    /** A sealed value of a member; carried, never compared. */
    @SuppressWarnings("ArrayRecordComponent")
    record Sealed(MemberId member, byte[] bytes) {}

    /** The value sealed for the member; refused {@code access.erased-member} once the member was erased. */
    byte[] seal(MemberId member, String plain);

    /** All values sealed, in order, with one look-up and one insert of keys however many. */
    List<byte[]> sealAll(List<Plain> plains);

    /** The value, or null once the member was erased. */
    @Nullable
    String open(MemberId member, byte[] sealed);

    /** All values in order, null for those of erased members. */
    List<@Nullable String> openAll(List<Sealed> sealed);

    /** Destroys the member's key: what was sealed can never be opened again. */
    void erase(MemberId member);

    /** A keyed hash by which equal values can be found without being readable; purposes never match each other. */
    byte[] blindIndex(String purpose, String normalised);
}
