package org.guildhall.approvals.standing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.StaffDirectory;
import org.guildhall.access.StaffQuery;
import org.guildhall.approvals.ApprovalPermissions;
import org.guildhall.approvals.ApprovalRefusal;
import org.guildhall.approvals.Colleague;
import org.guildhall.approvals.DelegatePowers;
import org.guildhall.approvals.Delegation;
import org.guildhall.approvals.Delegations;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lends powers to decide and takes them back. */
@Component
class LentPowers implements Delegations {

    private static final int LONGEST_DAYS = 366;
    private static final int MOST = 50;

    private final DelegationStore store;
    private final Claims claims;
    private final StaffDirectory staff;
    private final Acts acts;
    private final BusinessTime time;

    LentPowers(DelegationStore store, Claims claims, StaffDirectory staff, Acts acts, BusinessTime time) {
        this.store = store;
        this.claims = claims;
        this.staff = staff;
        this.acts = acts;
        this.time = time;
    }

    /** Who lends, and the memory of it. */
    @Component
    record Acts(Access access, Audit audit) {

        Actor.Staff lender() {
            access.require(ApprovalPermissions.TAKE_PART);
            return access.actor() instanceof Actor.Staff person ? person : nobody();
        }

        private Actor.Staff nobody() {
            throw Refusal.of(new ApprovalRefusal.NoColleague(access.actor().reference()));
        }
    }

    @Override
    public List<Delegation> list() {
        return store.of(acts.lender().id());
    }

    @Override
    @Transactional
    public Delegation delegate(DelegatePowers command) {
        var lender = acts.lender();
        if (command.to().equals(lender.id()) || !claims.worksHere(command.to())) {
            throw Refusal.of(new ApprovalRefusal.NoColleague(command.to().toString()));
        }
        var today = time.today();
        if (command.firstDay().isBefore(today)
                || command.lastDay().isBefore(command.firstDay())
                || command.lastDay().isAfter(today.plusDays(LONGEST_DAYS))) {
            throw Refusal.of(new ApprovalRefusal.DaysOutOfRange(command.firstDay(), command.lastDay()));
        }
        var names = staff.names(List.of(command.to()));
        var delegation = new Delegation(
                Ids.next(time.clock()),
                lender.id(),
                lender.name(),
                command.to(),
                names.getOrDefault(command.to(), ""),
                command.firstDay(),
                command.lastDay(),
                command.reason(),
                null);
        store.insert(delegation, time.now());
        acts.audit.record(new AuditEntry(
                "approvals.delegated",
                "delegation",
                delegation.id().toString(),
                null,
                null,
                Map.of("to", command.to().toString(), "from", command.firstDay(), "until", command.lastDay())));
        return delegation;
    }

    @Override
    public List<Colleague> colleagues(@Nullable String text) {
        var me = acts.lender();
        var query = new StaffQuery(text, null, true, null, MOST);
        return acts.access.runAs(new Actor.Machine("approvals"), () -> staff.search(query)).items().stream()
                .filter(person -> !person.id().equals(me.id()))
                .map(person -> new Colleague(person.id(), person.name()))
                .toList();
    }

    @Override
    @Transactional
    public void end(UUID id) {
        if (!store.end(id, acts.lender().id(), time.now())) {
            throw Refusal.of(new ApprovalRefusal.NoSuchDelegation(id.toString()));
        }
        acts.audit.record(AuditEntry.of("approvals.delegation-ended", "delegation", id));
    }
}
