package org.guildhall.members.lists;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.guildhall.access.Access;
import org.guildhall.access.FileExport;
import org.guildhall.access.FileKind;
import org.guildhall.access.ListFiles;
import org.guildhall.access.Scope;
import org.guildhall.kernel.Slice;
import org.guildhall.members.MemberPermissions;
import org.guildhall.members.masking.Unmasked;
import org.guildhall.members.search.MemberLists;
import org.guildhall.platform.FileWords;
import org.springframework.stereotype.Component;

/** The list of members as a file, masked as the actor's screens are. */
@Component
record ListExport(ListFiles files, Access access, MemberLists lists, ExportRows rows)
        implements FileExport<ExportMembers> {

    private static final int PAGE = 1000;

    static final FileKind<ExportMembers> KIND = new FileKind<>(
            "members.export", ExportMembers.class, MemberPermissions.EXPORT, "members", "members.exported");

    @Override
    public FileKind<ExportMembers> kind() {
        return KIND;
    }

    @Override
    public String name(ExportMembers asked, LocalDate today) {
        return "members-" + today;
    }

    @Override
    public Map<String, Object> facts(ExportMembers asked) {
        return Map.of("masked", !Unmasked.of(access).everywhere());
    }

    /** The chosen columns' headings follow. */
    @Override
    public List<String> head(ExportMembers asked, FileWords words) {
        return ExportRows.head(asked, FileExport.super.head(asked, words));
    }

    @Override
    public Lines lines(ExportMembers asked, Scope scope, FileWords words) {
        var total = lists.total(asked.query(), scope);
        return cursor -> {
            var ids = lists.ids(asked.query(), scope, cursor, PAGE);
            return new Slice<>(rows.of(ids.items(), asked, words), ids.next(), total);
        };
    }
}
