package org.guildhall.access.vault;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.guildhall.kernel.BusinessTime;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Refuses to start with another master key than the database was sealed with: after a restore without {@code keys/master.key} the
 * old personal values would be lost and the new ones sealed under a second key, two halves that no one key opens.
 */
@Component
class MasterKeyProof implements InitializingBean {

    private static final byte[] WORD = "guildhall".getBytes(StandardCharsets.US_ASCII);
    private static final String REMEDY =
            "; put the key back that belongs to this database (the file keys/master.key of the"
                    + " data directory, or the variable GUILDHALL_MASTER_KEY), or begin with an empty database";

    private final MasterKey key;
    private final MasterKeyProofStore store;
    private final BusinessTime time;

    MasterKeyProof(MasterKey key, MasterKeyProofStore store, BusinessTime time) {
        this.key = key;
        this.store = store;
        this.time = time;
    }

    /** Compares, or keeps the proof where there is none yet; throws before anything is sealed. */
    @Override
    public void afterPropertiesSet() {
        var mine = MasterKey.hmac(key.derive("proof", "HmacSHA256"), WORD);
        var kept = store.proof();
        if (kept.isEmpty()) {
            requireFit();
            store.keep(mine, time.now());
            kept = store.proof();
        }
        if (!MessageDigest.isEqual(mine, kept.orElseThrow())) {
            throw refused("this database was sealed with another master key");
        }
    }

    /** A database from before proofs were kept: its own keys tell whether this one opens them. */
    private void requireFit() {
        if (key.isNew() && store.sealsAnything()) {
            throw refused("there was no master key, and this database was sealed with one");
        }
        store.someKey().ifPresent(wrapped -> {
            try {
                var _ = new Gcm()
                        .open(key.derive(KeyRing.PURPOSE, "AES"), KeyRing.bytesOf(wrapped.member()), wrapped.bytes());
            } catch (RuntimeException e) {
                throw refused("this database was sealed with another master key");
            }
        });
    }

    private IllegalStateException refused(String why) {
        key.forgetIfNew();
        return new IllegalStateException(why + REMEDY);
    }
}
