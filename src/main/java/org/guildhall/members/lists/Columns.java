package org.guildhall.members.lists;

import java.util.List;
import org.guildhall.access.Access;
import org.guildhall.members.MemberPermissions;
import org.guildhall.members.search.MemberLists;
import org.springframework.stereotype.Component;

/** The columns that other modules offer to the member list. */
@Component
public class Columns {

    private final Access access;
    private final MemberLists lists;

    Columns(Access access, MemberLists lists) {
        this.access = access;
        this.lists = lists;
    }

    /** All offered columns. */
    public List<ColumnView> all() {
        access.require(MemberPermissions.READ);
        return lists.columns().values().stream()
                .map(column -> new ColumnView(
                        column.code(), column.type(), column.choices(), column.filterable(), column.sortable()))
                .toList();
    }
}
