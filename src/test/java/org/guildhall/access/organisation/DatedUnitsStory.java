package org.guildhall.access.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.UnitId;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is dated before something that is planned already has to fit that too. */
@GuildhallTest
class DatedUnitsStory {

    @Autowired
    TestStaff staff;

    @Test
    void no_cycle_comes_about_on_a_later_day() {
        var admin = staff.logIn("admin");
        var one = staff.open(UnitKind.REGION, staff.company());
        var other = staff.open(UnitKind.REGION, staff.company());
        var day = staff.today();
        assertThat(move(admin, other, one, day.plusDays(60)).status()).isEqualTo(200);

        assertThat(move(admin, one, other, day.plusDays(30)).code()).isEqualTo("access.unit-cycle");
        assertThat(move(admin, one, other, day.plusDays(90)).code()).isEqualTo("access.unit-cycle");
    }

    @Test
    void no_code_is_there_twice_on_a_later_day() {
        var admin = staff.logIn("admin");
        var store = staff.open(UnitKind.STORE, staff.company());
        var day = staff.today();
        var later = "later" + store.toString().substring(24);
        assertThat(change(admin, store, later, staff.company(), day.plusDays(60))
                        .status())
                .isEqualTo(200);

        var taken = admin.post(
                "/api/units",
                Map.of(
                        "kind",
                        "store",
                        "code",
                        later,
                        "name",
                        "新店",
                        "parent",
                        staff.company(),
                        "effectiveFrom",
                        day.toString()));
        assertThat(taken.code()).as(taken.text()).isEqualTo("access.code-taken");
    }

    @Test
    void a_change_before_the_last_one_is_refused_since_it_would_change_nothing() {
        var admin = staff.logIn("admin");
        var store = staff.open(UnitKind.STORE, staff.company());
        var region = staff.open(UnitKind.REGION, staff.company());
        var day = staff.today();
        assertThat(move(admin, store, region, day.plusDays(60)).status()).isEqualTo(200);

        var before = move(admin, store, staff.company(), day.plusDays(30));
        assertThat(before.json().path("fields").get(0).path("field").asString()).isEqualTo("effectiveFrom");
        assertThat(move(admin, store, staff.company(), day.plusDays(60)).status())
                .isEqualTo(200);
    }

    private static TestHttp.Answer move(TestHttp.Client client, UnitId unit, UnitId parent, LocalDate from) {
        var code = client.get("/api/units/" + unit + "/history").json().get(0).path("code");
        return change(client, unit, code.asString(), parent, from);
    }

    private static TestHttp.Answer change(
            TestHttp.Client client, UnitId unit, String code, UnitId parent, LocalDate from) {
        var newest = client.get("/api/units/" + unit + "/history").json().get(0);
        return client.put(
                "/api/units/" + unit,
                Map.of(
                        "expectedVersion",
                        newest.path("version").asInt(),
                        "code",
                        code,
                        "name",
                        newest.path("name").asString(),
                        "parent",
                        parent,
                        "open",
                        true,
                        "effectiveFrom",
                        from.toString()));
    }
}
