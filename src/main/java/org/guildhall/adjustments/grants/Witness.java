package org.guildhall.adjustments.grants;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.Permission;
import org.guildhall.access.Scope;
import org.guildhall.adjustments.GrantToMany;
import org.guildhall.adjustments.UndoGrant;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Horizon;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Who acts on grants to many, what is remembered of it, and when. */
@Component
record Witness(Access access, Audit audit, BusinessTime time, JsonMapper json) {

    /** Members of all units can be among them, so only somebody with all of them may act. */
    void requireEverywhere(Permission permission) {
        if (!(access.require(permission) instanceof Scope.All)) {
            throw Refusal.of(new AccessRefusal.OutOfScope(permission.code(), "batch grants"));
        }
    }

    /** Value that is no longer valid when it is given would lapse at once. */
    void check(@Nullable LocalDate expiresOn) {
        if (expiresOn != null && !expiresOn.isAfter(time.today())) {
            throw InvalidInput.of("expiresOn", expiresOn, "future");
        }
        Horizon.require("expiresOn", expiresOn, time.today());
    }

    String digest(GrantToMany command) {
        return HexFormat.of()
                .formatHex(Ids.sha256(json.writeValueAsString(command).getBytes(StandardCharsets.UTF_8)));
    }

    GrantStore.By by() {
        var actor = access.actor();
        var name = actor instanceof Actor.Staff(var id, var called) ? called : actor.reference();
        return new GrantStore.By(actor.reference(), name);
    }

    void given(GrantStore.Stored grant) {
        audit.record(AuditEntry.of(
                "adjustments.batch-grant-asked",
                "batch-grant",
                grant.id(),
                "members",
                grant.members(),
                "amount",
                grant.amount(),
                "reason",
                grant.reason()));
    }

    void undone(GrantStore.Stored grant, UUID run, UndoGrant command) {
        audit.record(AuditEntry.of(
                "adjustments.batch-grant-undo-asked",
                "batch-grant",
                grant.id(),
                "run",
                run,
                "missing",
                command.missing().name().toLowerCase(java.util.Locale.ROOT),
                "reason",
                command.reason()));
    }
}
