package org.guildhall.members.registry;

import java.util.List;
import org.guildhall.access.Access;
import org.guildhall.kernel.MemberId;
import org.guildhall.members.Batch;
import org.guildhall.members.MemberPermissions;
import org.guildhall.members.RegisterMember;
import org.guildhall.members.RowOutcome;
import org.springframework.stereotype.Component;

/** Enters members, singly or in batches, and tells of it. */
@Component
class Entering {

    private final Access access;
    private final Registrar registrar;
    private final Notices notices;
    private final Transactions transactions;
    private final Placement placement;

    Entering(Access access, Registrar registrar, Notices notices, Transactions transactions, Placement placement) {
        this.placement = placement;
        this.access = access;
        this.registrar = registrar;
        this.notices = notices;
        this.transactions = transactions;
    }

    MemberId one(RegisterMember command) {
        var scope = access.require(MemberPermissions.WRITE);
        placement.require(command.homeUnit(), command.adviser());
        return transactions.within(() -> {
            var member = Outcomes.done(
                    registrar.registerAll(List.of(command), null, scope).getFirst());
            notices.registered(member);
            return member;
        });
    }

    List<RowOutcome> all(List<RegisterMember> rows, Batch batch) {
        transactions.require();
        var outcomes = registrar.registerAll(rows, batch, access.require(MemberPermissions.WRITE));
        notices.batch("members.batch-registered", batch, outcomes);
        return outcomes;
    }
}
