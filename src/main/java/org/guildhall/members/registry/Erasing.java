package org.guildhall.members.registry;

import java.util.EnumSet;
import java.util.List;
import org.guildhall.access.Access;
import org.guildhall.access.PersonalVault;
import org.guildhall.access.Scopes;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.members.MemberPermissions;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.MemberRefusal.Erased;
import org.guildhall.members.MemberRefusal.IdentityKind;
import org.guildhall.members.MemberRefusal.KeptByDuty;
import org.guildhall.members.MemberRefusal.NotFound;
import org.guildhall.members.MemberRefusal.StillLiving;
import org.guildhall.members.Participant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Forgets a former member: the key is destroyed, so history and backups hold ciphertext for ever; live values are cleared;
 * number, dates and everything of value stay, so that all ledgers and chains still hold.
 */
@Component
class Erasing {

    private final MemberStore members;
    private final IdentityStore identities;
    private final PersonalVault vault;
    private final RecordReading reading;
    private final Access access;
    private final BusinessTime time;
    private final ObjectProvider<Participant> participants;

    Erasing(
            MemberStore members,
            IdentityStore identities,
            PersonalVault vault,
            RecordReading reading,
            Access access,
            BusinessTime time,
            ObjectProvider<Participant> participants) {
        this.members = members;
        this.identities = identities;
        this.vault = vault;
        this.reading = reading;
        this.access = access;
        this.time = time;
        this.participants = participants;
    }

    void erase(MemberId id, String reason) {
        var scope = access.require(MemberPermissions.ERASE);
        var state = members.lock(List.of(id)).get(id);
        if (state == null || !Scopes.includes(scope, state.homeUnit(), state.adviser())) {
            throw Refusal.of(new NotFound(id.toString()));
        }
        if (state.erasedAt() != null) {
            throw Refusal.of(new Erased(id));
        }
        if (state.status().living()) {
            throw Refusal.of(new StillLiving(id, state.status()));
        }
        refuseWhileDuty(id);
        vault.erase(id);
        identities.release(List.of(id), EnumSet.complementOf(EnumSet.of(IdentityKind.NUMBER)));
        var empty = new MemberState(
                id,
                state.kind(),
                state.number(),
                state.version() + 1,
                state.status(),
                MemberProfile.EMPTY,
                state.tags(),
                state.homeUnit(),
                state.adviser(),
                state.joinedOn(),
                null,
                null,
                state.registeredAt(),
                time.now(),
                state.annulled());
        members.update(List.of(empty));
        reading.remember(empty, "erased", List.of(), reason);
        participants.forEach(participant -> participant.erase(id));
    }

    private void refuseWhileDuty(MemberId id) {
        participants.forEach(participant -> {
            var until = participant.keepsUntil(id);
            if (until != null && until.isAfter(time.today())) {
                throw Refusal.of(new KeptByDuty(participant.module(), until));
            }
        });
    }
}
