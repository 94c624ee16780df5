package org.guildhall.loyalty.recording;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.access.Appointment;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.StaffDirectory;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.loyalty.LoyaltyPermissions;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.policies.Policies;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Judges purchases that staff record themselves by the {@link RecordingPolicy} of the day. What smells of fraud is kept in the
 * audit log whatever becomes of it: refused attempts after they have been taken back, and what somebody with the permission has
 * recorded above it.
 */
@Component
public class ByHand {

    private final Access access;
    private final Books books;
    private final Policies policies;
    private final Audit audit;
    private final BusinessTime time;

    ByHand(Access access, Books books, Policies policies, Audit audit, BusinessTime time) {
        this.access = access;
        this.books = books;
        this.policies = policies;
        this.audit = audit;
        this.time = time;
    }

    /** Who records, and what they recorded. */
    @Component
    record Books(StaffDirectory staff, ByHandStore store) {}

    /** Who judges these as the actor records them by hand; programs and machines follow other rules. */
    @Transactional(readOnly = true)
    public Judgement judging(Collection<PurchaseFact> facts) {
        if (!(access.actor() instanceof Actor.Staff staff) || facts.isEmpty()) {
            return Judgement.NONE;
        }
        var today = time.today();
        var members = facts.stream().map(PurchaseFact::member).distinct().toList();
        return new Judgement(new Judgement.Grounds(
                policies.inForce(RecordingPolicy.KIND, today),
                access.may(LoyaltyPermissions.RECORD_LARGE) ? null : held(staff),
                () -> books.store.recorded(staff.id(), today, members),
                time));
    }

    /** Keeps which purchases the actor recorded by hand today, so that what is recorded later counts with them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Map<UUID, MemberId> recorded) {
        if (access.actor() instanceof Actor.Staff staff) {
            books.store.keep(staff.id(), time.today(), recorded);
        }
    }

    private List<String> held(Actor.Staff staff) {
        return books.staff.heldToday(staff.id()).stream()
                .map(Appointment::postCode)
                .distinct()
                .toList();
    }

    /** Keeps what was refused, in a transaction of its own, once the attempt's has ended. */
    @Transactional
    public void keepRefused(Judgement judged) {
        judged.refused().forEach((fact, reason) -> audit.record(entry(fact, reason.code(), "refused")));
    }

    /** Keeps that somebody who may has recorded more than any post with a limit could, and in which way. */
    public void notice(PurchaseFact fact, String suspicion) {
        audit.record(entry(fact, suspicion, "recorded"));
    }

    private AuditEntry entry(PurchaseFact fact, String smell, String outcome) {
        return new AuditEntry(
                "loyalty.purchase-suspected",
                "purchase",
                fact.number(),
                fact.member(),
                fact.store(),
                Map.of(
                        "suspicion",
                        smell,
                        "outcome",
                        outcome,
                        "total",
                        fact.total(),
                        "occurredOn",
                        time.dateOf(fact.occurredAt()).toString()));
    }
}
