package org.guildhall.cashback.acts;

import java.util.Set;
import org.guildhall.access.Access;
import org.guildhall.cashback.CashbackPolicy;
import org.guildhall.cashback.DistributionPolicy;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.platform.Jobs;
import org.guildhall.policies.PolicyEvent.PolicyPublished;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Rules that are published for today judge what was bought today before them: it is counted anew. Those of a later day find
 * nothing counted on theirs.
 */
@Component
class RulesWatch {

    private static final Set<String> KINDS = Set.of(CashbackPolicy.KIND.code(), DistributionPolicy.KIND.code());

    private final Jobs jobs;
    private final Access access;
    private final BusinessTime time;

    RulesWatch(Jobs jobs, Access access, BusinessTime time) {
        this.jobs = jobs;
        this.access = access;
        this.time = time;
    }

    /** Within the publication's transaction, so that what was published is never left uncarried out. */
    @EventListener
    void on(PolicyPublished published) {
        if (KINDS.contains(published.kind()) && !published.effectiveFrom().isAfter(time.today())) {
            var work = new RecountSince(published.kind(), published.version(), published.effectiveFrom());
            jobs.start(RecountJob.CODE, work, access.actor(), work.key());
        }
    }
}
