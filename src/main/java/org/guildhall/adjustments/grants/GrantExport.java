package org.guildhall.adjustments.grants;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.access.FileKind;
import org.guildhall.access.FileRequest;
import org.guildhall.access.ListFiles;
import org.guildhall.access.Scope;
import org.guildhall.adjustments.AdjustmentPermissions;
import org.guildhall.adjustments.BatchGrants;
import org.guildhall.adjustments.ExportGrant;
import org.guildhall.adjustments.GrantQuery;
import org.guildhall.kernel.Slice;
import org.guildhall.ledger.RunGrant;
import org.guildhall.members.MemberExport;
import org.guildhall.members.Members;
import org.guildhall.platform.FileWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a grant gave to whom, and what each no longer has of it, as a file. */
@Component
record GrantExport(ListFiles files, Members members, BatchGrants grants) implements MemberExport<GrantExport.Asked> {

    static final FileKind<Asked> KIND = new FileKind<>(
            "adjustments.batch-grant-export",
            Asked.class,
            AdjustmentPermissions.EXPORT,
            "grant",
            "adjustments.batch-grant-exported");

    /** Which grant, and how. */
    record Asked(UUID grant, ExportGrant file) implements FileRequest.Held {

        @Override
        public FileRequest request() {
            return file;
        }
    }

    @Override
    public FileKind<Asked> kind() {
        return KIND;
    }

    @Override
    public String name(Asked asked, LocalDate today) {
        return KIND.name() + "-" + asked.grant;
    }

    @Override
    public Map<String, Object> facts(Asked asked) {
        return Map.of("grant", asked.grant.toString());
    }

    @Override
    public Lines lines(Asked asked, Scope scope, FileWords words) {
        return cursor -> grants.members(asked.grant, new GrantQuery(cursor, Slice.PAGE_LIMIT))
                .map(GrantExport::cells);
    }

    private static List<@Nullable Object> cells(RunGrant row) {
        return Arrays.asList(row.member(), row.amount(), row.amount() - row.missing(), row.missing());
    }
}
