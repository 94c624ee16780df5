package org.guildhall.members.registry;

import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.members.MemberRefusal.KeptByDuty;
import org.guildhall.members.Participant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks every module with member data whether it must keep it, and tells them to forget it. */
@Component
class Duties {

    private final ObjectProvider<Participant> participants;
    private final BusinessTime time;

    Duties(ObjectProvider<Participant> participants, BusinessTime time) {
        this.participants = participants;
        this.time = time;
    }

    /** Refuses while some module has a dated duty to keep what it knows. */
    void refuseWhileKept(MemberId id) {
        participants.forEach(participant -> {
            var until = participant.keepsUntil(id);
            if (until != null && until.isAfter(time.today())) {
                throw Refusal.of(new KeptByDuty(participant.module(), until));
            }
        });
    }

    void forget(MemberId id) {
        participants.forEach(participant -> participant.erase(id));
    }
}
