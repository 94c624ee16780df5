package org.guildhall.members.lists;

import java.util.List;
import org.guildhall.members.MemberColumn;

/** A column of another module: its code, type and choices, and whether lists can be filtered and sorted by it. */
public record ColumnView(
        String code, MemberColumn.Type type, List<String> choices, boolean filterable, boolean sortable) {}
