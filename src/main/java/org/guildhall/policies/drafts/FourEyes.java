package org.guildhall.policies.drafts;

import java.util.Optional;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.Refusal;
import org.guildhall.policies.PolicyRefusal;
import org.guildhall.policies.Publication;
import org.guildhall.policies.PublicationGate;
import org.springframework.stereotype.Component;

/**
 * Two different people: who saved the draft last can't publish it. A program counts as nobody, since its key belongs to a
 * person; the machine itself may publish (it sets up the demo company).
 */
@Component
class FourEyes implements PublicationGate {

    @Override
    public Optional<Refusal.Reason> check(Publication publication) {
        return switch (publication.publisher()) {
            case Actor.Machine machine -> Optional.empty();
            case Actor.Staff staff
            when publication.editedBy().startsWith("staff:")
                    && !publication.editedBy().equals(staff.reference()) -> Optional.empty();
            case Actor actor -> Optional.of(new PolicyRefusal.FourEyes(publication.editorName()));
        };
    }
}
