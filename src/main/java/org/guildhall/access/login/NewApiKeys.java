package org.guildhall.access.login;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.guildhall.access.Access;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.ApiKey;
import org.guildhall.access.CreateApiKey;
import org.guildhall.access.Permission;
import org.guildhall.access.PermissionCatalogue;
import org.guildhall.access.Scope;
import org.guildhall.access.Scopes;
import org.guildhall.access.organisation.OrganisationMemory;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.UnitId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes keys with a secret, none of which may do more than its maker. */
@Component
class NewApiKeys {

    private static final int PER_SECOND = 50;
    private static final int BURST = 200;

    private final OrganisationMemory organisation;
    private final Access access;
    private final BusinessTime time;
    private final Set<Permission> known;
    private final SecureRandom random = new SecureRandom();

    NewApiKeys(
            OrganisationMemory organisation, Access access, BusinessTime time, List<PermissionCatalogue> catalogues) {
        this.organisation = organisation;
        this.access = access;
        this.time = time;
        this.known = catalogues.stream()
                .flatMap(catalogue -> catalogue.permissions().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A key and the secret that only its maker is told. */
    record Made(ApiKey key, String secret) {}

    Made make(CreateApiKey command) {
        check(command);
        var secret = new byte[32];
        random.nextBytes(secret);
        var publicBytes = new byte[8];
        random.nextBytes(publicBytes);
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        var key = new ApiKey(
                Ids.next(time.clock()),
                HexFormat.of().formatHex(publicBytes),
                command.name(),
                command.permissions().stream().distinct().sorted().toList(),
                command.unit(),
                Objects.requireNonNullElse(command.perSecond(), PER_SECOND),
                Objects.requireNonNullElse(command.burst(), BURST),
                access.actor().reference(),
                time.now(),
                command.expiresAt(),
                null,
                null);
        return new Made(key, text);
    }

    private void check(CreateApiKey command) {
        for (var permission : command.permissions()) {
            if (!known.contains(permission)) {
                throw InvalidInput.of("permissions", permission, "unknown-permission");
            }
        }
        if (command.expiresAt() != null && !command.expiresAt().isAfter(time.now())) {
            throw InvalidInput.of("expiresAt", command.expiresAt(), "future");
        }
        var unit = command.unit();
        if (unit != null && organisation.today().tree().get(unit) == null) {
            throw Refusal.of(new AccessRefusal.NoSuchUnit(unit.toString()));
        }
        var beyond = command.permissions().stream()
                .filter(permission -> !holds(permission, unit))
                .map(Permission::code)
                .sorted()
                .toList();
        if (!beyond.isEmpty()) {
            throw Refusal.of(new AccessRefusal.ExceedsOwnPowers(beyond));
        }
    }

    private boolean holds(Permission permission, @Nullable UnitId unit) {
        if (!access.may(permission)) {
            return false;
        }
        var scope = access.require(permission);
        return scope instanceof Scope.All
                || (unit != null
                        && organisation.today().tree().subtree(unit).stream()
                                .allMatch(below -> Scopes.includes(scope, below, null)));
    }
}
