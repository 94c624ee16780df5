package org.guildhall.access.login;

import java.util.Optional;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.login.SessionStore.Stored;
import org.guildhall.kernel.Refusal;

/** The session a request came with. */
final class CurrentSession {

    static final ScopedValue<Stored> BOUND = ScopedValue.newInstance();

    private CurrentSession() {}

    static Optional<Stored> find() {
        return BOUND.isBound() ? Optional.of(BOUND.get()) : Optional.empty();
    }

    /** The session; refused {@code access.unauthenticated} for programs and nobody. */
    static Stored require() {
        return find().orElseThrow(() -> Refusal.of(new AccessRefusal.Unauthenticated()));
    }
}
