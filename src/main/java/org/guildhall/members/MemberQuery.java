package org.guildhall.members;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of members: what the text box says (number, mobile, name, pinyin, initials), the conditions, the order
 * ({@code name}, {@code joinedOn}, {@code number}, {@code registered} or a sortable column; a leading {@code -} turns it),
 * the columns of other modules wanted, and the page. With a text the order is by how it matched.
 */
public record MemberQuery(
        @Nullable String text,
        @Nullable MemberFilter filter,
        @Nullable String sort,
        @Nullable List<String> columns,
        @Nullable String cursor,
        @Nullable Integer limit) {

    /** The first page of what the text finds. */
    public static MemberQuery text(String text) {
        return new MemberQuery(text, null, null, null, null, null);
    }
}
