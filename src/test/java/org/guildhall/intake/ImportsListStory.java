package org.guildhall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp.Client;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The list of imports by state, contents, source, who uploaded and when. */
@GuildhallTest
@TestPropertySource(properties = "guildhall.test.company=imports-list")
class ImportsListStory {

    @Autowired
    TestStaff staff;

    @Test
    void imports_are_found_by_what_they_are_and_a_page_goes_on_under_the_same_filter() {
        var anna = staff.hire("lead", staff.company());
        var ben = staff.hire("lead", staff.company());
        var ours = staff.logIn(anna);
        var source = "till-" + anna.username();
        var waiting = new ImportDesk(ours).upload("waiting.csv", people());
        var prepared = List.of(upload(ours, source), upload(ours, source), upload(ours, source));
        upload(staff.logIn(ben), "other-" + ben.username());

        assertThat(ids(ours, "source=" + source)).containsExactlyInAnyOrderElementsOf(prepared);
        assertThat(ids(ours, "by=" + anna.username()))
                .hasSize(4)
                .contains(waiting.path("id").asString());
        assertThat(ids(ours, "by=" + anna.username() + "&state=UPLOADED"))
                .containsExactly(waiting.path("id").asString());
        assertThat(ids(ours, "kind=MEMBERS&source=" + source)).isEmpty();
        var today = staff.today();
        assertThat(ids(ours, "source=" + source + "&from=" + today + "&to=" + today))
                .hasSize(3);
        assertThat(ids(ours, "source=" + source + "&to=" + today.minusDays(1))).isEmpty();
        assertThat(ids(ours, "source=" + source + "&from=" + today.plusDays(1))).isEmpty();

        var first = ours.get("/api/imports?limit=2&source=" + source).json();
        var rest = ours.get("/api/imports?limit=2&source=" + source + "&cursor="
                        + first.path("next").asString())
                .json();
        assertThat(first.path("items").size()).isEqualTo(2);
        assertThat(rest.path("items").size()).isEqualTo(1);
        assertThat(rest.path("next").isMissingNode()).isTrue();
        assertThat(ours.get("/api/imports/sources").json().toString()).contains(source);
        assertThat(ours.get("/api/imports?state=LOST")
                        .json()
                        .path("fields")
                        .get(0)
                        .path("facts")
                        .path("allowed")
                        .toString())
                .contains("UPLOADED");
    }

    private static String upload(Client client, String source) {
        var desk = new ImportDesk(client);
        var upload = desk.upload("sales.csv", file());
        desk.prepare(upload, Map.of("source", source));
        return upload.path("id").asString();
    }

    private static List<String> ids(Client client, String filter) {
        var answer = client.get("/api/imports?" + filter);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    /** Of other columns, so that the settings of the others are not proposed for it. */
    private static byte[] people() {
        return "会员号,姓名,城市\nW1,王一,杭州\n".getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] file() {
        return "单号,会员号,商品,日期,金额\nS1,M1,茶,2025-12-31,10.00\n".getBytes(StandardCharsets.UTF_8);
    }
}
