package org.guildhall.members.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.guildhall.access.StaffDirectory;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.StaffId;
import org.guildhall.members.MemberRow;
import org.guildhall.members.search.MemberLists;
import org.guildhall.platform.FileWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The head and the lines of an exported list, in words as the list shows them. */
@Component
class ExportRows {

    private final MemberLists lists;
    private final StaffDirectory staff;

    ExportRows(MemberLists lists, StaffDirectory staff) {
        this.lists = lists;
        this.staff = staff;
    }

    /** The headings of every list and then those of the chosen columns. */
    static List<String> head(ExportMembers asked, List<String> fixed) {
        return Stream.concat(
                        fixed.stream(),
                        columns(asked).stream().map(code -> wordsOf(code, asked).word("column", code)))
                .toList();
    }

    List<List<@Nullable Object>> of(List<MemberId> ids, ExportMembers asked, FileWords words) {
        var rows = lists.rows(ids, asked.query().columns());
        var advisers = staff.names(
                rows.stream().map(MemberRow::adviser).filter(Objects::nonNull).toList());
        return rows.stream().map(row -> cells(row, asked, words, advisers)).toList();
    }

    private static List<String> columns(ExportMembers asked) {
        var columns = asked.query().columns();
        return columns == null ? List.of() : columns;
    }

    /** A column's words are its module's. */
    private static FileWords wordsOf(String column, ExportMembers asked) {
        return FileWords.of(column.substring(0, column.indexOf('.')), asked.language());
    }

    private static List<@Nullable Object> cells(
            MemberRow row, ExportMembers asked, FileWords words, Map<StaffId, String> advisers) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(row.number());
        cells.add(words.word("kind", row.kind()));
        cells.add(words.word("status", row.status()));
        cells.add(row.name());
        cells.add(row.gender() == null ? null : words.word("gender", row.gender()));
        cells.add(row.mobile());
        cells.add(row.homeUnit());
        cells.add(row.adviser() == null ? null : advisers.get(row.adviser()));
        cells.add(row.joinedOn());
        cells.add(String.join(" ", row.tags()));
        for (var code : columns(asked)) {
            cells.add(cell(row.columns().get(code), code, asked));
        }
        return cells;
    }

    private static @Nullable Object cell(@Nullable Object value, String column, ExportMembers asked) {
        return switch (value) {
            case null -> null;
            case String word -> wordsOf(column, asked).word(column.substring(column.indexOf('.') + 1), word);
            case Object other -> other;
        };
    }
}
