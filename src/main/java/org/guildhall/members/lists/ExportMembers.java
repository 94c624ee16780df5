package org.guildhall.members.lists;

import jakarta.validation.constraints.NotNull;
import org.guildhall.access.FileRequest;
import org.guildhall.members.MemberQuery;
import org.guildhall.platform.Sheets;
import org.jspecify.annotations.Nullable;

/** Take a list out as a file, for a reason; headings in the language given (zh-CN unless told otherwise). */
public record ExportMembers(
        @NotNull MemberQuery query,
        @NotNull Sheets.Format format,
        @NotNull String reason,
        @Nullable String language) implements FileRequest {}
