package org.guildhall.access.vault;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.PersonalVault;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Seals and opens with the key ring. */
@Component
class KeyedVault implements PersonalVault {

    private final KeyRing keys;
    private final MasterKey master;
    private final Gcm gcm = new Gcm();
    private final ConcurrentHashMap<String, SecretKey> purposes = new ConcurrentHashMap<>();

    KeyedVault(KeyRing keys, MasterKey master) {
        this.keys = keys;
        this.master = master;
    }

    @Override
    public byte[] seal(MemberId member, String plain) {
        return sealAll(List.of(new Plain(member, plain))).getFirst();
    }

    @Override
    public List<byte[]> sealAll(List<Plain> plains) {
        var keyOf = keys.all(plains.stream().map(Plain::member).toList());
        var sealed = new ArrayList<byte[]>(plains.size());
        for (var plain : plains) {
            var key = keyOf.get(plain.member());
            if (key == null) {
                throw Refusal.of(new AccessRefusal.ErasedMember(plain.member().toString()));
            }
            sealed.add(
                    gcm.seal(key, KeyRing.bytesOf(plain.member()), plain.value().getBytes(StandardCharsets.UTF_8)));
        }
        return sealed;
    }

    @Override
    public @Nullable String open(MemberId member, byte[] sealed) {
        return openAll(List.of(new Sealed(member, sealed))).getFirst();
    }

    @Override
    public List<@Nullable String> openAll(List<Sealed> sealed) {
        var keyOf = keys.existing(sealed.stream().map(Sealed::member).toList());
        var plains = new ArrayList<@Nullable String>(sealed.size());
        for (var value : sealed) {
            var key = keyOf.get(value.member());
            plains.add(
                    key == null
                            ? null
                            : new String(
                                    gcm.open(key, KeyRing.bytesOf(value.member()), value.bytes()),
                                    StandardCharsets.UTF_8));
        }
        return plains;
    }

    @Override
    public void erase(MemberId member) {
        keys.erase(member);
    }

    @Override
    public byte[] blindIndex(String purpose, String normalised) {
        var key = purposes.computeIfAbsent(purpose, name -> master.derive("blind-index:" + name, "HmacSHA256"));
        return MasterKey.hmac(key, normalised.getBytes(StandardCharsets.UTF_8));
    }
}
