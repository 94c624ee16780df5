package org.guildhall.loyalty.recording;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guildhall.access.Access;
import org.guildhall.access.Appointment;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.StaffDirectory;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Refusal;
import org.guildhall.loyalty.LoyaltyPermissions;
import org.guildhall.loyalty.LoyaltyRefusal;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.members.MemberFacts;
import org.guildhall.members.Members;
import org.guildhall.policies.InForce;
import org.guildhall.policies.Policies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Judges purchases that staff record themselves by the {@link RecordingPolicy} of the day. What smells of fraud is kept in the
 * audit log whatever becomes of it: refused attempts in a transaction of their own, and large purchases that somebody with the
 * permission has recorded.
 */
@Component
public class ByHand {

    private final Access access;
    private final Posts posts;
    private final Policies policies;
    private final Audit audit;
    private final BusinessTime time;

    ByHand(Access access, Posts posts, Policies policies, Audit audit, BusinessTime time) {
        this.access = access;
        this.posts = posts;
        this.policies = policies;
        this.audit = audit;
        this.time = time;
    }

    /** Who records, and whose purchase it is. */
    @Component
    record Posts(StaffDirectory staff, Members members) {}

    /** Why the actor may not record this purchase, or null; programs and machines follow other rules. */
    @Transactional(readOnly = true)
    public Refusal.@Nullable Reason judge(PurchaseFact fact) {
        return judge(List.of(fact)).get(fact);
    }

    /** Those of these purchases that the actor may not record, each with the reason. */
    @Transactional(readOnly = true)
    public Map<PurchaseFact, Refusal.Reason> judge(Collection<PurchaseFact> facts) {
        if (!(access.actor() instanceof Actor.Staff staff) || facts.isEmpty()) {
            return Map.of();
        }
        var rules = policies.inForce(RecordingPolicy.KIND, time.today());
        var people = posts.members.facts(
                facts.stream().map(PurchaseFact::member).distinct().toList());
        var held = access.may(LoyaltyPermissions.RECORD_LARGE) ? null : held(staff);
        var suspicions = new HashMap<PurchaseFact, Refusal.Reason>();
        for (var fact : facts) {
            var reason = judge(fact, rules, people.get(fact.member()), held);
            if (reason != null) {
                suspicions.put(fact, reason);
            }
        }
        return suspicions;
    }

    private List<String> held(Actor.Staff staff) {
        return posts.staff.heldToday(staff.id()).stream()
                .map(Appointment::postCode)
                .distinct()
                .toList();
    }

    /** The posts held limit the amount; without them there is no limit. */
    private Refusal.@Nullable Reason judge(
            PurchaseFact fact,
            InForce<RecordingPolicy> rules,
            @Nullable MemberFacts person,
            @Nullable List<String> held) {
        var day = time.dateOf(fact.occurredAt());
        if (person != null && !rules.policy().allowsDay(day, person.joinedOn())) {
            return new LoyaltyRefusal.BeforeJoining(day, person.joinedOn(), rules.clause());
        }
        return held == null
                ? null
                : rules.policy()
                        .most(held, fact.total().currency())
                        .filter(most -> fact.total().minor() > most.minor())
                        .<Refusal.Reason>map(
                                most -> new LoyaltyRefusal.AboveOwnLimit(fact.total(), most, rules.clause()))
                        .orElse(null);
    }

    /** Keeps a refused attempt, in a transaction of its own since the attempt's is taken back. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void alarm(PurchaseFact fact, Refusal.Reason reason) {
        audit.record(entry(fact, reason.code(), "refused"));
    }

    /** Keeps that somebody who may has recorded more than any post with a limit could. */
    public void notice(PurchaseFact fact) {
        var rules = policies.inForce(RecordingPolicy.KIND, time.today()).policy();
        if (access.actor() instanceof Actor.Staff && rules.isLarge(fact.total())) {
            audit.record(entry(fact, "loyalty.above-own-limit", "recorded"));
        }
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
