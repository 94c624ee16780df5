package org.guildhall.access.vault;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import org.guildhall.access.SecretVault;
import org.springframework.stereotype.Component;

/** Seals and opens secrets of the house with one key a purpose. */
@Component
class KeyedSecrets implements SecretVault {

    private final MasterKey master;
    private final Gcm gcm = new Gcm();
    private final ConcurrentHashMap<String, SecretKey> purposes = new ConcurrentHashMap<>();

    KeyedSecrets(MasterKey master) {
        this.master = master;
    }

    @Override
    public byte[] seal(String purpose, String thing, byte[] secret) {
        return gcm.seal(key(purpose), bytes(thing), secret);
    }

    @Override
    public byte[] open(String purpose, String thing, byte[] sealed) {
        return gcm.open(key(purpose), bytes(thing), sealed);
    }

    private SecretKey key(String purpose) {
        return purposes.computeIfAbsent(purpose, name -> master.derive("secret:" + name, "AES"));
    }

    private static byte[] bytes(String thing) {
        return thing.getBytes(StandardCharsets.UTF_8);
    }
}
