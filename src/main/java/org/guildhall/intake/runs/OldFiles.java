package org.guildhall.intake.runs;

import java.time.Duration;
import org.guildhall.access.Access;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes uploads and what quotes from them after {@link #KEPT}, so that personal data in files do not outlive their use. */
@Component
class OldFiles {

    static final Duration KEPT = Duration.ofDays(30);

    private final ImportStore imports;
    private final Steps steps;
    private final TransactionTemplate transaction;
    private final Access access;
    private final BusinessTime time;

    OldFiles(ImportStore imports, Steps steps, TransactionTemplate transaction, Access access, BusinessTime time) {
        this.imports = imports;
        this.steps = steps;
        this.transaction = transaction;
        this.access = access;
        this.time = time;
    }

    /** Removes what is due; returns how many imports lost their file. */
    int remove() {
        var due = imports.keptSince(time.now().minus(KEPT));
        access.runAs(new Actor.Machine("intake"), () -> {
            for (var id : due) {
                transaction.executeWithoutResult(status -> steps.removeFile(id));
            }
            return due.size();
        });
        return due.size();
    }
}
