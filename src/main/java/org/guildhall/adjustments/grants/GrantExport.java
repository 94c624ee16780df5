package org.guildhall.adjustments.grants;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.access.ListFiles;
import org.guildhall.adjustments.AdjustmentPermissions;
import org.guildhall.adjustments.BatchGrants;
import org.guildhall.adjustments.ExportGrant;
import org.guildhall.adjustments.GrantQuery;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Slice;
import org.guildhall.ledger.RunGrant;
import org.guildhall.members.Members;
import org.guildhall.platform.FileWords;
import org.guildhall.platform.JobKind;
import org.guildhall.platform.JobRun;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Writes what a grant gave to whom, and what each no longer has of it, as a file. */
@Component
class GrantExport implements JobKind<GrantExport.Asked> {

    static final String CODE = "adjustments.batch-grant-export";

    private final Access access;
    private final ObjectProvider<BatchGrants> grants;
    private final Members members;
    private final ListFiles files;

    GrantExport(Access access, ObjectProvider<BatchGrants> grants, Members members, ListFiles files) {
        this.access = access;
        this.grants = grants;
        this.members = members;
        this.files = files;
    }

    /** Which grant, and how. */
    record Asked(UUID grant, ExportGrant file) {}

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Class<Asked> params() {
        return Asked.class;
    }

    @Override
    public void run(JobRun<Asked> run) {
        access.require(AdjustmentPermissions.EXPORT);
        var asked = run.params();
        var words = FileWords.of("adjustments", asked.file.language());
        var sheet = new ListFiles.Sheet(
                "grant-" + asked.grant,
                asked.file.format(),
                words.head("grant"),
                "adjustments.batch-grant-exported",
                asked.file.reason(),
                Map.of("grant", asked.grant.toString()));
        files.write(run, sheet, cursor -> page(asked.grant, cursor));
    }

    private Slice<List<@Nullable Object>> page(UUID grant, @Nullable String cursor) {
        var page = grants.getObject().members(grant, new GrantQuery(cursor, Slice.PAGE_LIMIT));
        var numbers =
                members.numbers(page.items().stream().map(RunGrant::member).toList());
        return page.map(row -> cells(row, numbers));
    }

    private static List<@Nullable Object> cells(RunGrant row, Map<MemberId, String> numbers) {
        return Arrays.asList(
                numbers.getOrDefault(row.member(), row.member().toString()),
                row.amount(),
                row.amount() - row.missing(),
                row.missing());
    }
}
