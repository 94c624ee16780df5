package org.guildhall.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.guildhall.access.ScopeWorld.Person;
import org.guildhall.kernel.UnitId;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** People of every reach read figures and drill into them: no number counts and no list names a member beyond reach. */
@GuildhallTest
class ScopeOfFiguresStory {

    @Autowired
    TestStaff staff;

    @Autowired
    ApplicationContext application;

    @BeforeEach
    void countEverybody() {
        assertThat(world().people).isNotEmpty();
        assertThat(staff.logIn("lead").post("/api/insights/refresh", Map.of()).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(
            value = ScopeLevel.class,
            names = {"OWN", "GROUP", "BRANCH"})
    void figures_count_and_drills_name_exactly_the_members_within_reach(ScopeLevel level) {
        var seen = world().seenBy(level);
        var dashboard = client(level).get("/api/insights/dashboard").json();
        assertThat(sum(dashboard, "members")).isEqualTo(seen.size());
        assertThat(sum(dashboard, "tier-mix")).isEqualTo(seen.size());
        assertThat(sum(dashboard, "points-outstanding")).isEqualTo(100L * seen.size());
        for (var measure : List.of("members", "points-outstanding")) {
            var drill = client(level).get("/api/insights/drill?limit=200&measure=" + measure);
            assertThat(drill.status()).as(drill.text()).isEqualTo(200);
            assertThat(ScopeWorld.idsIn(drill.json(), "member"))
                    .as(measure)
                    .containsExactlyInAnyOrderElementsOf(world().ids(seen));
            assertThat(drill.json().path("total").path("value").asInt()).isEqualTo(seen.size());
        }
        for (var page : List.of("/api/insights/dashboard", "/api/insights/measures/revenue/figures")) {
            for (var hidden : world().hiddenFrom(level)) {
                assertThat(client(level).get(page).text())
                        .doesNotContain(hidden.id().toString());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ScopeLevel.class)
    void asking_for_a_unit_never_widens_the_reach(ScopeLevel level) {
        for (UnitId unit : List.of(world().northStore, world().otherNorthStore, world().southStore)) {
            var there = world().people.stream()
                    .filter(person -> unit.equals(person.home()))
                    .filter(person -> world().sees(level, person))
                    .map(Person::id)
                    .map(Object::toString)
                    .toList();
            var drill = client(level).get("/api/insights/drill?limit=200&measure=members&unit=" + unit);
            if (drill.status() == 200) {
                assertThat(ScopeWorld.idsIn(drill.json(), "member")).containsExactlyInAnyOrderElementsOf(there);
            } else {
                assertThat(drill.status()).as(drill.text()).isIn(403, 404);
                assertThat(there).isEmpty();
            }
            var figure = client(level).get("/api/insights/measures/members/figures?unit=" + unit);
            if (figure.status() == 200) {
                assertThat(cells(figure.json().path("cells"))).isEqualTo(there.size());
            }
        }
    }

    private static long sum(JsonNode dashboard, String measure) {
        for (var result : dashboard.path("measures")) {
            if (result.path("code").asString().equals(measure)) {
                return cells(result.path("cells"));
            }
        }
        throw new AssertionError("no measure " + measure + " in " + dashboard);
    }

    private static long cells(JsonNode cells) {
        long sum = 0;
        for (var cell : cells) {
            sum += cell.path("value").asLong();
        }
        return sum;
    }

    private ScopeWorld world() {
        return ScopeWorld.of(application, "宇文");
    }

    private TestHttp.Client client(ScopeLevel level) {
        return world().client(level);
    }
}
