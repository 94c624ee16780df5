package org.guildhall.cashback.promoters;

import java.time.Instant;
import java.util.List;
import org.guildhall.access.Access;
import org.guildhall.access.Audit;
import org.guildhall.cashback.DistributionPolicy;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Ledger;
import org.guildhall.members.Members;
import org.guildhall.platform.RetriedTransaction;
import org.guildhall.policies.InForce;
import org.guildhall.policies.Policies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who acts, when, by which rules, in which transaction, and who remembers it. */
@Component
class Surroundings {

    private final Guards guards;
    private final Shelves shelves;

    Surroundings(Guards guards, Shelves shelves) {
        this.guards = guards;
        this.shelves = shelves;
    }

    /** Who may, when, remembered by whom. */
    @Component
    record Guards(Access access, Members members, Audit audit, BusinessTime time, RetriedTransaction transaction) {}

    /** Rules and balances. */
    @Component
    record Shelves(Policies policies, Ledger ledger) {}

    Access access() {
        return guards.access;
    }

    Members members() {
        return guards.members;
    }

    Audit audit() {
        return guards.audit;
    }

    BusinessTime time() {
        return guards.time;
    }

    InForce<DistributionPolicy> rules(Instant at) {
        return shelves.policies.inForce(DistributionPolicy.KIND, guards.time.dateOf(at));
    }

    String currency() {
        return rules(guards.time.now()).policy().mostPerPurchase().currency().getCurrencyCode();
    }

    long balance(MemberId member) {
        return shelves.ledger.balances(List.of(member), Asset.COMMISSION).getOrDefault(member, 0L);
    }

    boolean living(MemberId member) {
        var known = guards.members.facts(List.of(member)).get(member);
        return known != null && !known.erased() && known.status().living();
    }

    @Nullable
    UnitId home(MemberId member) {
        var known = guards.members.facts(List.of(member)).get(member);
        return known == null ? null : known.homeUnit();
    }

    void requireFounding(Instant at) {
        if (!(guards.access.actor() instanceof Actor.Machine) || at.isAfter(guards.time.now())) {
            throw new IllegalStateException("only the machine tells of the past, and of nothing else");
        }
    }

    /** Once more after a deadlock, or when the same key was just taken. */
    void inTransaction(Runnable work) {
        guards.transaction.run(work);
    }
}
