package org.guildhall.intake.reading;

import java.util.Locale;
import java.util.Set;

/** Words that only a header row has, in Chinese and English. */
final class HeaderWords {

    private static final Set<String> WORDS = Set.of(
            "name",
            "fullname",
            "mobile",
            "phone",
            "email",
            "gender",
            "sex",
            "birthday",
            "store",
            "city",
            "country",
            "姓名",
            "名字",
            "手机",
            "手机号",
            "手机号码",
            "手機",
            "手機號碼",
            "电话",
            "電話",
            "邮箱",
            "性别",
            "性別",
            "生日",
            "门店",
            "門店",
            "店铺",
            "备注",
            "備註",
            "商品",
            "类别",
            "類別",
            "支付方式");

    private HeaderWords() {}

    static boolean knowsOneOf(Row row) {
        return row.cells().stream()
                .map(cell -> cell.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", ""))
                .anyMatch(WORDS::contains);
    }
}
