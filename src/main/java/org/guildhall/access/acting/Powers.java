package org.guildhall.access.acting;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.guildhall.access.Permission;
import org.guildhall.access.Scope;
import org.jspecify.annotations.Nullable;

/** Everything an actor may do: each permission with the data it opens. */
public sealed interface Powers {

    /** The data the permission opens; null if it is not held. */
    @Nullable
    Scope scope(Permission permission);

    /** Every permission, on everything: what the machine itself holds. */
    record Unlimited() implements Powers {
        @Override
        public Scope scope(Permission permission) {
            return new Scope.All();
        }
    }

    /** The permissions listed and no other. */
    record Listed(Map<Permission, Scope> scopes) implements Powers {
        /** Copies the map. */
        public Listed {
            scopes = Map.copyOf(scopes);
        }

        @Override
        public @Nullable Scope scope(Permission permission) {
            return scopes.get(permission);
        }

        /** The permissions held. */
        public Set<Permission> permissions() {
            return scopes.keySet().stream().collect(Collectors.toUnmodifiableSet());
        }
    }

    /** No permission at all. */
    static Powers none() {
        return new Listed(Map.of());
    }
}
