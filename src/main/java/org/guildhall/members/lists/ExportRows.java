package org.guildhall.members.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.guildhall.access.Access;
import org.guildhall.access.Organisation;
import org.guildhall.access.Scope;
import org.guildhall.access.StaffDirectory;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Points;
import org.guildhall.kernel.Slice;
import org.guildhall.kernel.StaffId;
import org.guildhall.members.MemberPermissions;
import org.guildhall.members.MemberRow;
import org.guildhall.members.search.MemberLists;
import org.guildhall.platform.FileWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The head and the lines of an exported list, in words as the list shows them. */
@Component
class ExportRows {

    private static final int PAGE = 1000;

    private final Access access;
    private final MemberLists lists;
    private final Organisation organisation;
    private final StaffDirectory staff;

    ExportRows(Access access, MemberLists lists, Organisation organisation, StaffDirectory staff) {
        this.access = access;
        this.lists = lists;
        this.organisation = organisation;
        this.staff = staff;
    }

    static List<String> head(ExportMembers asked) {
        return Stream.concat(
                        FileWords.of("members", asked.language()).head("members").stream(),
                        columns(asked).stream().map(code -> wordsOf(code, asked).word("column", code)))
                .toList();
    }

    Slice.Total total(ExportMembers asked, Scope scope) {
        return lists.total(asked.query(), scope);
    }

    Slice<List<@Nullable Object>> page(ExportMembers asked, Scope scope, @Nullable String cursor, Slice.Total total) {
        var ids = lists.ids(asked.query(), scope, cursor, PAGE);
        var rows = lists.rows(ids.items(), asked.query().columns(), !access.may(MemberPermissions.UNMASKED));
        var advisers = staff.names(
                rows.stream().map(MemberRow::adviser).filter(Objects::nonNull).toList());
        return new Slice<>(rows.stream().map(row -> cells(row, asked, advisers)).toList(), ids.next(), total);
    }

    private static List<String> columns(ExportMembers asked) {
        var columns = asked.query().columns();
        return columns == null ? List.of() : columns;
    }

    /** A column's words are its module's. */
    private static FileWords wordsOf(String column, ExportMembers asked) {
        return FileWords.of(column.substring(0, column.indexOf('.')), asked.language());
    }

    private List<@Nullable Object> cells(MemberRow row, ExportMembers asked, Map<StaffId, String> advisers) {
        var words = FileWords.of("members", asked.language());
        var cells = new ArrayList<@Nullable Object>();
        cells.add(row.number());
        cells.add(words.word("kind", row.kind()));
        cells.add(words.word("status", row.status()));
        cells.add(row.name());
        cells.add(row.gender() == null ? null : words.word("gender", row.gender()));
        cells.add(row.mobile());
        cells.add(
                row.homeUnit() == null
                        ? null
                        : organisation.unit(row.homeUnit()).name());
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
            case Points points -> points.value();
            case Money money -> money.decimal();
            case String word -> wordsOf(column, asked).word(column.substring(column.indexOf('.') + 1), word);
            case Object other -> other;
        };
    }
}
