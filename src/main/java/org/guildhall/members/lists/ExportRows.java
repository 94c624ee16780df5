package org.guildhall.members.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.guildhall.access.Scope;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Points;
import org.guildhall.members.MemberRow;
import org.guildhall.members.search.MemberLists;
import org.guildhall.platform.JobRun;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The head and the lines of an exported list, as the list shows them. */
@Component
class ExportRows {

    private static final int PAGE = 1000;
    private static final Map<String, List<String>> HEADS = Map.of(
            "zh-CN", List.of("会员编号", "类型", "状态", "姓名", "性别", "手机号", "归属门店", "专属顾问", "入会日期", "标签"),
            "zh-TW", List.of("會員編號", "類型", "狀態", "姓名", "性別", "手機號", "歸屬門市", "專屬顧問", "入會日期", "標籤"),
            "en",
                    List.of(
                            "Number",
                            "Kind",
                            "Status",
                            "Name",
                            "Gender",
                            "Mobile",
                            "Home store",
                            "Adviser",
                            "Joined on",
                            "Tags"));

    private final MemberLists lists;
    private final BusinessTime time;

    ExportRows(MemberLists lists, BusinessTime time) {
        this.lists = lists;
        this.time = time;
    }

    String fileName(ExportMembers asked) {
        return "members-" + time.today() + asked.format().suffix();
    }

    static List<String> head(ExportMembers asked) {
        var head = new ArrayList<>(HEADS.getOrDefault(
                asked.language() == null ? "zh-CN" : asked.language(), HEADS.getOrDefault("zh-CN", List.of())));
        if (asked.query().columns() != null) {
            head.addAll(asked.query().columns());
        }
        return head;
    }

    /** How many lines were written, and whether these are all. */
    record Written(long rows, boolean isWhole) {

        static final Written NOTHING = new Written(0, false);
    }

    /** Writes the lines page by page, with the job's progress, until it is asked to stop. */
    Written write(JobRun<ExportMembers> run, Scope scope, boolean masked, Consumer<List<@Nullable Object>> out) {
        var query = run.params().query();
        long total = lists.total(query, scope).value();
        long written = 0;
        String cursor = null;
        do {
            if (run.cancelled()) {
                return new Written(written, false);
            }
            var page = lists.ids(query, scope, cursor, PAGE);
            for (var row : lists.rows(page.items(), query.columns(), masked)) {
                out.accept(cells(row, query.columns()));
                written++;
            }
            cursor = page.next();
            run.checkpoint("", written, Math.max(total, written));
        } while (cursor != null);
        return new Written(written, true);
    }

    private static List<@Nullable Object> cells(MemberRow row, @Nullable List<String> columns) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(row.number());
        cells.add(row.kind());
        cells.add(row.status());
        cells.add(row.name());
        cells.add(row.gender());
        cells.add(row.mobile());
        cells.add(row.homeUnit());
        cells.add(row.adviser());
        cells.add(row.joinedOn());
        cells.add(String.join(" ", row.tags()));
        if (columns != null) {
            columns.forEach(code -> cells.add(cell(row.columns().get(code))));
        }
        return cells;
    }

    private static @Nullable Object cell(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Points points -> points.value();
            case Money money -> money.decimal();
            case Object other -> other;
        };
    }
}
