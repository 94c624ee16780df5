package org.guildhall.access.audit;

import static org.guildhall.access.AccessPermissions.AUDIT_READ;

import java.util.Objects;
import org.guildhall.access.Access;
import org.guildhall.access.AuditQuery;
import org.guildhall.access.AuditRow;
import org.guildhall.access.AuditTrail;
import org.guildhall.kernel.Slice;
import org.guildhall.platform.Cursors;
import org.guildhall.platform.JobView;
import org.guildhall.platform.Jobs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Search and verification for people. */
@Component
class SealedTrail implements AuditTrail {

    private static final int PAGE = 50;

    private final AuditSearch search;
    private final Access access;
    private final Jobs jobs;

    SealedTrail(AuditSearch search, Access access, Jobs jobs) {
        this.search = search;
        this.access = access;
        this.jobs = jobs;
    }

    @Override
    public Slice<AuditRow> search(AuditQuery query) {
        var scope = access.require(AUDIT_READ);
        int limit = Objects.requireNonNullElse(query.limit(), PAGE);
        var rows = search.find(query, scope, before(query.cursor()), limit + 1);
        return Slice.cut(rows, limit, last -> Cursors.encode(last.seq()), null);
    }

    @Override
    public JobView verify() {
        VerificationJob.requireAll(access);
        return jobs.get(jobs.start(VerificationJob.CODE, new VerificationJob.Asked(), access.actor(), null));
    }

    private static @Nullable Long before(@Nullable String cursor) {
        var values = Cursors.decode(cursor, 1);
        return values.isEmpty() ? null : values.number(0);
    }
}
