package org.guildhall.access.organisation;

import java.util.function.Supplier;
import org.guildhall.access.Access;
import org.guildhall.access.AccessRefusal;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The one way to change units, posts or appointments: one at a time, and never to the changer's own advantage. */
@Component
public class OrganisationChange {

    private final OrganisationStore store;
    private final OrganisationMemory memory;
    private final Access access;
    private final BusinessTime time;

    OrganisationChange(OrganisationStore store, OrganisationMemory memory, Access access, BusinessTime time) {
        this.store = store;
        this.memory = memory;
        this.access = access;
        this.time = time;
    }

    /** Makes the change; refused {@code access.widens-own-powers}, and rolled back, if the actor would gain by it. */
    @Transactional(propagation = Propagation.REQUIRED)
    public <T> T make(Supplier<T> change) {
        store.lock();
        memory.changing();
        if (!(access.actor() instanceof Actor.Staff staff)) {
            return change.get();
        }
        var before = store.load();
        var result = change.get();
        var widened = WideningRule.widened(before, store.load(), staff.id(), time.today());
        if (!widened.isEmpty()) {
            throw Refusal.of(new AccessRefusal.WidensOwnPowers(widened));
        }
        return result;
    }
}
