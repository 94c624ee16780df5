package org.guildhall.members.registry;

import java.util.UUID;
import org.guildhall.access.Permission;
import org.guildhall.members.MemberPermissions;
import org.springframework.stereotype.Component;

/** Which permission a batch of changes was made by; whoever undoes it needs the same. */
@Component
public class BatchPowers {

    private final ChangeStore changes;

    BatchPowers(ChangeStore changes) {
        this.changes = changes;
    }

    /** The permission for what a bulk act did, undone or not. */
    public Permission of(UUID batch) {
        return changes.tellsOf(batch, "assigned") ? MemberPermissions.ASSIGN : MemberPermissions.TRANSITION;
    }
}
