package org.guildhall.members.lists;

import org.guildhall.access.Access;
import org.guildhall.access.ListFiles;
import org.guildhall.members.MemberPermissions;
import org.guildhall.members.search.MemberLists;
import org.guildhall.platform.JobView;
import org.springframework.stereotype.Component;

/** Takes lists out as files, in the background. */
@Component
public class Exports {

    private final Access access;
    private final MemberLists lists;
    private final ListFiles files;

    Exports(Access access, MemberLists lists, ListFiles files) {
        this.access = access;
        this.lists = lists;
        this.files = files;
    }

    /** Starts the export; the job's result names the file to fetch. */
    public JobView start(ExportMembers asked) {
        access.require(MemberPermissions.EXPORT);
        lists.requireKnown(asked.query());
        lists.total(asked.query());
        return files.start(ListExport.KIND, asked);
    }
}
