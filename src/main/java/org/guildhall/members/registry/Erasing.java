package org.guildhall.members.registry;

import java.util.EnumSet;
import java.util.List;
import org.guildhall.access.Access;
import org.guildhall.access.PersonalVault;
import org.guildhall.access.Scopes;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.members.MemberPermissions;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.MemberRefusal.Erased;
import org.guildhall.members.MemberRefusal.IdentityKind;
import org.guildhall.members.MemberRefusal.NotFound;
import org.guildhall.members.MemberRefusal.StillLiving;
import org.springframework.stereotype.Component;

/**
 * Forgets a former member: the key is destroyed, so history and backups hold ciphertext for ever; live values are cleared;
 * number, dates and everything of value stay, so that all ledgers and chains still hold.
 */
@Component
class Erasing {

    private final Access access;
    private final Records records;
    private final IdentityStore identities;
    private final PersonalVault vault;
    private final Duties duties;

    Erasing(Access access, Records records, IdentityStore identities, PersonalVault vault, Duties duties) {
        this.access = access;
        this.records = records;
        this.identities = identities;
        this.vault = vault;
        this.duties = duties;
    }

    void erase(MemberId id, String reason) {
        var scope = access.require(MemberPermissions.ERASE);
        var state = records.lock(List.of(id), found -> false).get(id);
        if (state == null || !Scopes.includes(scope, state.homeUnit(), state.adviser())) {
            throw Refusal.of(new NotFound(id.toString()));
        }
        if (state.erasedAt() != null) {
            throw Refusal.of(new Erased(id));
        }
        if (state.status().living()) {
            throw Refusal.of(new StillLiving(id, state.status()));
        }
        duties.refuseWhileKept(id);
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
                records.now(),
                state.annulled());
        records.overwrite(empty);
        records.remember(empty, "erased", List.of(), reason);
        duties.forget(id);
    }
}
