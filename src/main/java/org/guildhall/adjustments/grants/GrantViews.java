package org.guildhall.adjustments.grants;

import java.util.UUID;
import org.guildhall.adjustments.Adjusted;
import org.guildhall.adjustments.BatchGrantView;
import org.guildhall.approvals.Approvals;
import org.guildhall.platform.RunView;
import org.guildhall.platform.Runs;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Shows a grant with how far it was carried out, taken back, or waits for a yes. */
@Component
class GrantViews {

    private final Runs runs;
    private final ObjectProvider<Approvals> approvals;

    GrantViews(Runs runs, ObjectProvider<Approvals> approvals) {
        this.runs = runs;
        this.approvals = approvals;
    }

    BatchGrantView of(GrantStore.Stored grant) {
        var run = grant.run() == null ? null : run(grant.run());
        var undoneBy = run == null ? null : run.undoneBy();
        return new BatchGrantView(
                grant.id(),
                grant.amount(),
                grant.expiresOn(),
                grant.reason(),
                grant.members(),
                grant.total(),
                grant.by().actor(),
                grant.by().name(),
                grant.askedAt(),
                run,
                either(asked(GrantSubjects.GIVE, grant.id()), asked(GrantSubjects.BY_HAND, grant.id())),
                undoneBy == null ? null : run(undoneBy),
                asked(GrantSubjects.UNDO, grant.id()));
    }

    /** By whichever row it was judged. */
    private static Adjusted.@Nullable Asked either(Adjusted.@Nullable Asked own, Adjusted.@Nullable Asked byHand) {
        return own == null ? byHand : own;
    }

    private @Nullable RunView run(UUID id) {
        return runs.find(id).orElse(null);
    }

    /** A request that had to be made; one that passed by itself is none. */
    private Adjusted.@Nullable Asked asked(String kind, UUID grant) {
        return approvals
                .getObject()
                .latest(kind, grant)
                .map(latest -> new Adjusted.Asked(
                        latest.request().id(), latest.request().state()))
                .orElse(null);
    }
}
