package org.guildhall.access.organisation;

import org.guildhall.access.acting.Powers;
import org.guildhall.access.acting.PowersSource;
import org.guildhall.access.acting.ProgramPowers;
import org.guildhall.kernel.Actor;
import org.springframework.stereotype.Component;

/** Powers by kind of actor: staff by their posts, programs by their keys, members none yet, the machine all. */
@Component
class HeldPowers implements PowersSource {

    private final OrganisationMemory memory;
    private final ProgramPowers programs;

    HeldPowers(OrganisationMemory memory, ProgramPowers programs) {
        this.memory = memory;
        this.programs = programs;
    }

    @Override
    public Powers of(Actor actor) {
        return switch (actor) {
            case Actor.Staff staff -> new Powers.Listed(memory.scopes(staff.id()));
            case Actor.Program program -> programs.of(program.keyId());
            case Actor.Self self -> Powers.none();
            case Actor.Machine machine -> new Powers.Unlimited();
        };
    }
}
