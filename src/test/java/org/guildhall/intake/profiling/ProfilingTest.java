package org.guildhall.intake.profiling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.guildhall.intake.ColumnProfile.ColumnType;
import org.guildhall.intake.FieldSource;
import org.guildhall.intake.ImportField;
import org.guildhall.intake.ImportKind;
import org.guildhall.intake.ImportSettings.DateOrder;
import org.guildhall.intake.ImportSettings.IdenticalRows;
import org.guildhall.intake.Profile;
import org.guildhall.intake.reading.LayoutDetection;
import org.guildhall.intake.reading.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilingTest {

    @TempDir
    Path folder;

    @Test
    void a_grocery_file_is_known_by_its_headers() throws IOException {
        var profile = profile("""
                "household_id","store_id","basket_id","product_id","quantity","sales_value","transaction_timestamp"
                "2261","309","31625220889","940996",1,3.86,2017-01-28 14:06:53
                "2131","368","32053127496","873902",1,1.59,2017-02-28 22:31:57
                """);
        assertThat(profile.kind()).isEqualTo(ImportKind.PURCHASES);
        assertThat(profile.mapping().fields())
                .containsExactlyInAnyOrder(
                        FieldSource.of(ImportField.MEMBER_NUMBER, "household_id"),
                        FieldSource.of(ImportField.STORE, "store_id"),
                        FieldSource.of(ImportField.PURCHASE_NUMBER, "basket_id"),
                        FieldSource.of(ImportField.PRODUCT, "product_id"),
                        FieldSource.of(ImportField.QUANTITY, "quantity"),
                        FieldSource.of(ImportField.AMOUNT, "sales_value"),
                        FieldSource.of(ImportField.OCCURRED_AT, "transaction_timestamp"));
        assertThat(profile.settings().identicalRows()).isEqualTo(IdenticalRows.DROP);
    }

    @Test
    void an_aligned_file_without_header_is_known_by_its_content() throws IOException {
        var profile = profile(" 00004 0001 19970101  2   29.33\n 00004 0001 19970118  2   29.73\n".repeat(15)
                + " 00021 0002 19970101  3   63.34\n");
        assertThat(profile.kind()).isEqualTo(ImportKind.PURCHASES);
        assertThat(profile.mapping().fields())
                .containsExactlyInAnyOrder(
                        FieldSource.of(ImportField.MEMBER_NUMBER, "column 1"),
                        FieldSource.of(ImportField.OCCURRED_AT, "column 3"),
                        FieldSource.of(ImportField.QUANTITY, "column 4"),
                        FieldSource.of(ImportField.AMOUNT, "column 5"));
        assertThat(profile.settings().identicalRows()).isEqualTo(IdenticalRows.KEEP);
    }

    @Test
    void year_and_month_of_enrolment_become_one_date() throws IOException {
        var profile = profile("""
                \ufeffLoyalty Number,City,Gender,Salary,Enrollment Year,Enrollment Month,Cancellation Year,Cancellation Month
                480934,Toronto,Female,83236,2016,2,,
                429460,Vancouver,Male,-5000,2014,7,2018,1
                """);
        assertThat(profile.kind()).isEqualTo(ImportKind.MEMBERS);
        assertThat(profile.mapping().fields())
                .containsExactlyInAnyOrder(
                        FieldSource.of(ImportField.MEMBER_NUMBER, "Loyalty Number"),
                        FieldSource.of(ImportField.GENDER, "Gender"),
                        FieldSource.of(ImportField.JOINED_ON, "Enrollment Year", "Enrollment Month"),
                        FieldSource.of(ImportField.LEFT_ON, "Cancellation Year", "Cancellation Month"));
    }

    @Test
    void chinese_headers_phones_and_the_order_of_dates_are_recognised() throws IOException {
        var profile = profile("""
                会员卡号,姓名,联系方式,生日
                C1,王小明,138-0013-8000,12/31/1990
                C2,李雷,+86 139 0013 9000,01/02/1991
                """);
        assertThat(profile.columns().get(2).type()).isEqualTo(ColumnType.PHONE);
        assertThat(profile.columns().get(3).type()).isEqualTo(ColumnType.DATE);
        assertThat(profile.mapping().fields())
                .contains(
                        FieldSource.of(ImportField.NAME, "姓名"),
                        FieldSource.of(ImportField.MOBILE, "联系方式"),
                        FieldSource.of(ImportField.BIRTHDAY, "生日"));
        assertThat(profile.settings().dateOrder()).isEqualTo(DateOrder.MONTH_FIRST);
    }

    @Test
    void an_empty_column_is_no_source_and_a_customer_s_key_is_that_of_the_other_system() throws IOException {
        var profile = profile("""
                会员编号,会员手机,customer,order,消费时间,实付金额
                ,13800138000,c-1,R1,2024-05-01,10
                ,13800138001,c-2,R2,2024-05-02,12
                """);
        assertThat(profile.mapping().has(ImportField.MEMBER_NUMBER)).isFalse();
        assertThat(profile.mapping().fields())
                .contains(
                        FieldSource.of(ImportField.MOBILE, "会员手机"),
                        FieldSource.of(ImportField.EXTERNAL_ID, "customer"),
                        FieldSource.of(ImportField.PURCHASE_NUMBER, "order"));
    }

    private Profile profile(String content) throws IOException {
        var file = Files.write(folder.resolve("pos export 2024.csv"), content.getBytes(StandardCharsets.UTF_8));
        var layout = LayoutDetection.detect(file, Limits.STANDARD);
        var profile = Profiling.profile(file, "pos export 2024.csv", layout, null, Limits.STANDARD);
        assertThat(profile.settings().source()).isEqualTo("pos-export");
        return profile;
    }
}
