package org.guildhall.access.acting;

import java.util.Optional;
import java.util.function.Supplier;
import org.guildhall.access.Access;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.Permission;
import org.guildhall.access.Scope;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.Refusal;
import org.springframework.stereotype.Component;

/** The actor bound to the running code, by a scoped value that ends with the request or the piece of work. */
@Component
public final class CurrentAccess implements Access {

    private static final ScopedValue<Bound> BOUND = ScopedValue.newInstance();

    private final PowersSource powers;

    CurrentAccess(PowersSource powers) {
        this.powers = powers;
    }

    private record Bound(Actor actor, Powers powers) {}

    /** Runs the operation, which may throw, as the actor. */
    public <T, X extends Throwable> T during(Actor actor, ScopedValue.CallableOp<T, X> operation) throws X {
        return ScopedValue.where(BOUND, new Bound(actor, powersOf(actor))).call(operation);
    }

    @Override
    public <T> T runAs(Actor actor, Supplier<T> work) {
        return ScopedValue.where(BOUND, new Bound(actor, powersOf(actor))).call(work::get);
    }

    @Override
    public Actor actor() {
        return bound().actor;
    }

    @Override
    public Optional<Actor> current() {
        return BOUND.isBound() ? Optional.of(BOUND.get().actor) : Optional.empty();
    }

    @Override
    public Scope require(Permission permission) {
        var scope = bound().powers.scope(permission);
        if (scope == null) {
            throw Refusal.of(new AccessRefusal.Denied(permission.code()));
        }
        return scope;
    }

    @Override
    public boolean may(Permission permission) {
        return bound().powers.scope(permission) != null;
    }

    private Powers powersOf(Actor actor) {
        return powers.of(actor);
    }

    private static Bound bound() {
        if (!BOUND.isBound()) {
            throw Refusal.of(new AccessRefusal.Unauthenticated());
        }
        return BOUND.get();
    }
}
