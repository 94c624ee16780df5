package org.guildhall.members.lists;

import java.util.Map;
import org.guildhall.access.Access;
import org.guildhall.access.ListFiles;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.members.MemberPermissions;
import org.guildhall.platform.JobKind;
import org.guildhall.platform.JobRun;
import org.springframework.stereotype.Component;

/** Writes a list as a file, masked as the actor's screens are. */
@Component
class ExportJob implements JobKind<ExportMembers> {

    static final String CODE = "members.export";

    private final Access access;
    private final ExportRows rows;
    private final ListFiles files;
    private final BusinessTime time;

    ExportJob(Access access, ExportRows rows, ListFiles files, BusinessTime time) {
        this.access = access;
        this.rows = rows;
        this.files = files;
        this.time = time;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Class<ExportMembers> params() {
        return ExportMembers.class;
    }

    @Override
    public void run(JobRun<ExportMembers> run) {
        var asked = run.params();
        var scope = access.require(MemberPermissions.EXPORT);
        boolean masked = !access.may(MemberPermissions.UNMASKED);
        var sheet = new ListFiles.Sheet(
                "members-" + time.today(),
                asked.format(),
                ExportRows.head(asked),
                "members.exported",
                asked.reason(),
                Map.of("masked", masked));
        var total = rows.total(asked, scope);
        files.write(run, sheet, cursor -> rows.page(asked, scope, cursor, total));
    }
}
