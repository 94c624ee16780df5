package org.guildhall.members.lists;

import org.guildhall.access.Access;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.members.MemberPermissions;
import org.guildhall.members.search.MemberLists;
import org.guildhall.platform.JobView;
import org.guildhall.platform.Jobs;
import org.springframework.stereotype.Component;

/** Takes lists out as files, in the background. */
@Component
public class Exports {

    private static final int LONGEST_REASON = 300;

    private final Access access;
    private final MemberLists lists;
    private final Jobs jobs;

    Exports(Access access, MemberLists lists, Jobs jobs) {
        this.access = access;
        this.lists = lists;
        this.jobs = jobs;
    }

    /** Starts the export; the job's result names the file to fetch. */
    public JobView start(ExportMembers asked) {
        access.require(MemberPermissions.EXPORT);
        if (asked.reason().isBlank() || asked.reason().length() > LONGEST_REASON) {
            throw InvalidInput.of("reason", asked.reason(), "required");
        }
        lists.total(asked.query());
        return jobs.get(jobs.start(ExportJob.CODE, asked, access.actor(), null));
    }
}
