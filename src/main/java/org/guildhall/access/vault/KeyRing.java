package org.guildhall.access.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The members' keys, unwrapped and remembered for minutes.
 *
 * <p>A key becomes common knowledge only when the transaction that made it has committed: until then it lives in that
 * transaction alone, so a rollback can't leave values sealed under a key that was never stored.
 */
@Component
class KeyRing {

    /** What the key is derived for that wraps the members' keys. */
    static final String PURPOSE = "member-keys";

    private static final int REMEMBERED = 100_000;

    private final Cache<MemberId, SecretKey> known = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(Duration.ofMinutes(5)) // bounds how long another instance can still open an erased member
            .build();
    private final Cache<MemberId, Boolean> erased =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(10)).build();
    private final SecureRandom random = new SecureRandom();
    private final Gcm gcm = new Gcm();
    private final MemberKeyStore store;
    private final SecretKey wrapping;
    private final BusinessTime time;

    KeyRing(MemberKeyStore store, MasterKey master, BusinessTime time) {
        this.store = store;
        this.wrapping = master.derive(PURPOSE, "AES");
        this.time = time;
    }

    /** The keys of those who have one and were not erased. */
    Map<MemberId, SecretKey> existing(Collection<MemberId> members) {
        var keys = new HashMap<MemberId, SecretKey>();
        var unknown = new ArrayList<MemberId>();
        var fresh = fresh();
        for (var member : Set.copyOf(members)) {
            var key = Optional.ofNullable(fresh.get(member)).orElseGet(() -> known.getIfPresent(member));
            if (key == null) {
                unknown.add(member);
            } else {
                keys.put(member, key);
            }
        }
        if (!unknown.isEmpty()) {
            store.find(unknown)
                    .forEach((member, wrapped) -> wrapped.ifPresent(bytes -> {
                        var key = unwrap(member, bytes);
                        remember(member, key);
                        keys.put(member, key);
                    }));
        }
        return keys;
    }

    /** The keys of all; made where missing. Those of erased members are left out. */
    Map<MemberId, SecretKey> all(Collection<MemberId> members) {
        var keys = existing(members);
        var missing = Set.copyOf(members).stream()
                .filter(member -> !keys.containsKey(member))
                .toList();
        if (!missing.isEmpty()) {
            create(missing);
            keys.putAll(existing(missing));
        }
        return keys;
    }

    void erase(MemberId member) {
        store.erase(member, time.now());
        fresh().remove(member);
        known.invalidate(member);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    if (status == STATUS_COMMITTED) {
                        erased.put(member, true);
                        known.invalidate(member);
                    }
                }
            });
        }
    }

    private void create(List<MemberId> members) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("sealing a member's first value needs a transaction");
        }
        var wrapped = new ArrayList<byte[]>(members.size());
        for (var member : members) {
            var bytes = new byte[32];
            random.nextBytes(bytes);
            wrapped.add(gcm.seal(wrapping, bytesOf(member), bytes));
        }
        store.add(members, wrapped, time.now());
    }

    private SecretKey unwrap(MemberId member, byte[] wrapped) {
        return new SecretKeySpec(gcm.open(wrapping, bytesOf(member), wrapped), "AES");
    }

    private void remember(MemberId member, SecretKey key) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            fresh().put(member, key);
        } else {
            share(member, key);
        }
    }

    private void share(MemberId member, SecretKey key) {
        if (erased.getIfPresent(member) == null) {
            known.put(member, key);
        }
    }

    /** What this transaction has read or made; handed on to all when it commits. */
    @SuppressWarnings("unchecked")
    private Map<MemberId, SecretKey> fresh() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return new HashMap<>();
        }
        var bound = (Map<MemberId, SecretKey>) TransactionSynchronizationManager.getResource(this);
        if (bound != null) {
            return bound;
        }
        var map = new HashMap<MemberId, SecretKey>();
        TransactionSynchronizationManager.bindResource(this, map);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResource(KeyRing.this);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(KeyRing.this, map);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(KeyRing.this);
                if (status == STATUS_COMMITTED) {
                    map.forEach(KeyRing.this::share);
                }
            }
        });
        return map;
    }

    static byte[] bytesOf(MemberId member) {
        return java.nio.ByteBuffer.allocate(16)
                .putLong(member.value().getMostSignificantBits())
                .putLong(member.value().getLeastSignificantBits())
                .array();
    }
}
