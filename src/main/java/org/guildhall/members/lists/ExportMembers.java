package org.guildhall.members.lists;

import org.guildhall.members.MemberQuery;
import org.guildhall.platform.Sheets;
import org.jspecify.annotations.Nullable;

/** Take a list out as a file, for a reason; headings in the language given (zh-CN unless told otherwise). */
public record ExportMembers(
        MemberQuery query,
        Sheets.Format format,
        String reason,
        @Nullable String language) {}
