package org.guildhall.access.login;

import static org.guildhall.access.AccessPermissions.KEYS_WRITE;

import java.util.List;
import java.util.UUID;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.ApiKey;
import org.guildhall.access.ApiKeys;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.CreateApiKey;
import org.guildhall.access.CreatedApiKey;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.access.Witness;
import org.guildhall.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes keys that do no more than their maker, and revokes them. */
@Component
class IssuedApiKeys implements ApiKeys {

    private final ApiKeyStore store;
    private final LiveApiKeys live;
    private final NewApiKeys making;
    private final Witness witness;

    IssuedApiKeys(ApiKeyStore store, LiveApiKeys live, NewApiKeys making, Witness witness) {
        this.store = store;
        this.live = live;
        this.making = making;
        this.witness = witness;
    }

    @Override
    public List<ApiKey> list() {
        var scope = witness.access().require(KEYS_WRITE);
        return store.all().stream().filter(key -> reaches(scope, key)).toList();
    }

    @Override
    @Transactional
    public CreatedApiKey create(CreateApiKey command) {
        witness.access().require(KEYS_WRITE);
        var made = making.make(command);
        var key = made.key();
        store.insert(key, Tokens.hash(made.secret()));
        witness.audit()
                .record(AuditEntry.of(
                                "access.key-created",
                                "api-key",
                                key.id(),
                                "name",
                                key.name(),
                                "permissions",
                                key.permissions())
                        .in(key.unit()));
        return new CreatedApiKey(key, "gh_" + key.publicId() + "_" + made.secret());
    }

    @Override
    @Transactional
    public void revoke(UUID id) {
        var scope = witness.access().require(KEYS_WRITE);
        boolean seen = store.get(id).filter(key -> reaches(scope, key)).isPresent();
        if (!seen || store.revoke(id, witness.time().now()) == 0) {
            throw Refusal.of(new AccessRefusal.NoSuchKey(id.toString()));
        }
        witness.audit().record(AuditEntry.of("access.key-revoked", "api-key", id));
        live.forget();
    }

    /** A key for the whole company is nobody's but theirs who manage all keys. */
    private static boolean reaches(Scope scope, ApiKey key) {
        return Scopes.includes(scope, key.unit(), null);
    }
}
