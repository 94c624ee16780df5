package org.guildhall.members.registry;

import java.util.Map;
import java.util.UUID;
import org.guildhall.access.Scope;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.MemberEvent.MemberErased;
import org.guildhall.members.UndoPreview;
import org.springframework.stereotype.Component;

/** Undoes batches and erases former members, and tells of it. */
@Component
class TakingBack {

    private final Undoing undoing;
    private final Erasing erasing;
    private final Notices notices;
    private final Transactions transactions;

    TakingBack(Undoing undoing, Erasing erasing, Notices notices, Transactions transactions) {
        this.undoing = undoing;
        this.erasing = erasing;
        this.notices = notices;
        this.transactions = transactions;
    }

    void erase(MemberId id, String reason) {
        transactions.within(() -> {
            erasing.erase(id, Outcomes.reason(reason));
            notices.tell("members.erased", id, Map.of("reason", reason), new MemberErased(id));
            return id;
        });
    }

    UndoPreview preview(UUID batch) {
        return undoing.preview(batch);
    }

    int undo(UUID batch, int limit, String reason, Scope scope) {
        transactions.require();
        var undone = undoing.undo(batch, limit, reason, scope);
        notices.undone(batch, undone, reason);
        return undone.size();
    }
}
