package org.guildhall.access;

/**
 * Keeps secrets of the house that belong to nobody's person: sealed with AES-256-GCM under a key that derives from the
 * installation's master key and the purpose, and bound to the thing they belong to.
 */
public interface SecretVault {

    /** The secret, sealed for a purpose and a thing. */
    byte[] seal(String purpose, String thing, byte[] secret);

    /** The secret; what was changed, or belongs to another thing, is an {@link IllegalStateException}. */
    byte[] open(String purpose, String thing, byte[] sealed);
}
