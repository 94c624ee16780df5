package org.guildhall.access.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.ApiKey;
import org.guildhall.access.Permission;
import org.guildhall.access.Scope;
import org.guildhall.access.acting.Powers;
import org.guildhall.access.acting.ProgramPowers;
import org.guildhall.access.organisation.OrganisationMemory;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Refusal;
import org.guildhall.platform.Remembered;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The API keys in use, remembered for seconds, with the rate each still has. */
@Component
class LiveApiKeys implements ProgramPowers {

    private static final String PREFIX = "gh_";

    private static final int MOST = 10_000;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Remembered<String, Optional<ApiKeyStore.Stored>> byPublicId =
            new Remembered<>(LONGEST, LONGEST, MOST);
    private final Remembered<UUID, Optional<ApiKey>> byId = new Remembered<>(LONGEST, LONGEST, MOST);
    private final Cache<UUID, TokenBucket> buckets =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(10)).build();
    private final ConcurrentHashMap<UUID, Instant> used = new ConcurrentHashMap<>();
    private final ApiKeyStore store;
    private final OrganisationMemory organisation;
    private final BusinessTime time;

    LiveApiKeys(ApiKeyStore store, OrganisationMemory organisation, BusinessTime time) {
        this.store = store;
        this.organisation = organisation;
        this.time = time;
    }

    /** The key of a bearer text {@code gh_<id>_<secret>}, its rate permitting. */
    ApiKey require(String bearer) {
        var parts =
                bearer.startsWith(PREFIX) ? bearer.substring(PREFIX.length()).split("_", 2) : new String[0];
        var stored = parts.length == 2 && parts[0].length() == 16
                ? byPublicId.get(parts[0], store::byPublicId)
                : Optional.<ApiKeyStore.Stored>empty();
        var key = stored.filter(known -> MessageDigest.isEqual(known.secretHash(), Tokens.hash(parts[1])))
                .map(ApiKeyStore.Stored::key)
                .filter(this::valid)
                .orElseThrow(() -> Refusal.of(new AccessRefusal.BadCredentials()));
        long wait = buckets.get(key.id(), id -> new TokenBucket(key.perSecond(), key.burst(), time.now()))
                .take(time.now());
        if (wait > 0) {
            throw Refusal.of(new AccessRefusal.RateLimited(wait));
        }
        used.put(key.id(), time.now());
        return key;
    }

    @Override
    public Powers of(UUID keyId) {
        var key = byId.get(keyId, store::get).filter(this::valid);
        return key.map(this::powers).orElseGet(Powers::none);
    }

    void forget() {
        AfterTransaction.nowAndThen(() -> {
            byPublicId.forgetAll();
            byId.forgetAll();
        });
    }

    @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
    void flush() {
        var batch = new HashMap<>(used);
        if (!batch.isEmpty()) {
            store.touch(batch);
            batch.forEach(used::remove);
        }
    }

    private Powers powers(ApiKey key) {
        var unit = key.unit();
        Scope scope = unit == null
                ? new Scope.All()
                : new Scope.Units(organisation.today().tree().subtree(unit));
        Map<Permission, Scope> scopes = key.permissions().stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), permission -> scope));
        return new Powers.Listed(scopes);
    }

    private boolean valid(ApiKey key) {
        var end = key.expiresAt();
        return key.revokedAt() == null && (end == null || end.isAfter(time.now()));
    }
}
