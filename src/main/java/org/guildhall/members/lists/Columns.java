package org.guildhall.members.lists;

import java.util.List;
import org.guildhall.access.Access;
import org.guildhall.members.MemberPermissions;
import org.guildhall.members.search.ForeignColumns;
import org.springframework.stereotype.Component;

/** The columns that other modules offer to the member list. */
@Component
public class Columns {

    private final Access access;
    private final ForeignColumns columns;

    Columns(Access access, ForeignColumns columns) {
        this.access = access;
        this.columns = columns;
    }

    /** Those that the reader may be shown. */
    public List<ColumnView> all() {
        access.require(MemberPermissions.READ);
        return columns.shown().stream()
                .map(column -> new ColumnView(
                        column.code(), column.type(), column.choices(), column.filterable(), column.sortable()))
                .toList();
    }
}
