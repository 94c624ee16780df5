package org.guildhall.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.guildhall.access.ScopeWorld.Person;
import org.guildhall.members.Batch;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.Members;
import org.guildhall.members.ReviseMember;
import org.guildhall.members.RowOutcome;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** People of every reach try to change members beyond it, one by one and many at once; nothing of it is stored. */
@GuildhallTest
class ScopeOfActsStory {

    @Autowired
    TestStaff staff;

    @Autowired
    ApplicationContext application;

    @Autowired
    Access access;

    @Autowired
    Members members;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DSLContext sql;

    @ParameterizedTest
    @EnumSource(ScopeLevel.class)
    void no_act_on_a_member_beyond_reach_is_carried_out(ScopeLevel level) {
        var client = client(level);
        for (var person : world().hiddenFrom(level)) {
            var before = stored(person);
            var member = "/api/members/" + person.id();
            refused(client.patch(member, Map.of("set", Map.of("name", "改名"))));
            refused(client.post(member + "/transitions", Map.of("to", "SUSPENDED", "reason", "恶作剧")));
            refused(client.post(
                    member + "/assignment",
                    Map.of("homeUnit", world().northStore.toString())));
            refused(client.post(member + "/assignment", Map.of("addTags", List.of("盯上"))));
            refused(client.post(member + "/contact-confirmations", Map.of()));
            refused(client.post(member + "/erasure", Map.of("reason", "恶作剧")));
            refused(client.post(
                    member + "/consents",
                    Map.of(
                            "purpose",
                            "MARKETING",
                            "channel",
                            "SMS",
                            "granted",
                            true,
                            "version",
                            "1",
                            "evidence",
                            "无")));
            assertThat(stored(person)).as(person.name()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource(ScopeLevel.class)
    void many_at_once_are_only_those_within_reach(ScopeLevel level) {
        var client = client(level);
        var tag = "批量" + level;
        var named = Map.of(
                "ids", world().ids(world().people), "assignment", Map.of("addTags", List.of(tag)), "reason", "试试");
        var found = new HashMap<String, Object>(named);
        found.remove("ids");
        found.put("query", Map.of("text", "澹台"));
        for (var act : List.of(named, found)) {
            var preview = client.post("/api/members/bulk/preview", act);
            assertThat(preview.json().path("members").path("value").asInt())
                    .as(preview.text())
                    .isEqualTo(world().seenBy(level).size());
            for (var hidden : world().hiddenFrom(level)) {
                assertThat(preview.text()).doesNotContain(hidden.id().toString(), hidden.number());
            }
        }
        var job = client.ended(
                client.post("/api/members/bulk", named).json().path("id").asString());
        assertThat(job.json().path("result").path("changed").asInt())
                .as(job.text())
                .isEqualTo(world().seenBy(level).size());
        assertThat(wearing(tag)).containsExactlyInAnyOrderElementsOf(world().ids(world().seenBy(level)));
        for (var other : ScopeLevel.values()) {
            if (other != level) {
                var undo = "/api/members/bulk/" + job.json().path("id").asString() + "/undo";
                assertThat(client(other).get(undo).status()).isEqualTo(404);
                assertThat(client(other).post(undo, Map.of("reason", "恶作剧")).status())
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void the_reach_of_the_power_at_hand_counts_not_that_of_others() {
        var powers = List.of(
                new Grant(Permission.of("members.read"), ScopeLevel.ALL),
                new Grant(Permission.of("members.write"), ScopeLevel.ALL),
                new Grant(Permission.of("members.assign"), ScopeLevel.GROUP),
                new Grant(Permission.of("members.transition"), ScopeLevel.GROUP));
        var curious = world().appointed(powers, world().northStore);
        var client = staff.logIn(curious);
        var tag = "只此一店";
        var act = Map.of(
                "ids", world().ids(world().people), "assignment", Map.of("addTags", List.of(tag)), "reason", "试试");
        var within = world().seenBy(ScopeLevel.GROUP);
        var preview = client.post("/api/members/bulk/preview", act).json();
        assertThat(preview.path("members").path("value").asInt()).isEqualTo(within.size());
        assertThat(preview.path("sample")).hasSize(within.size());

        var rows = world().people.stream()
                .map(person -> new ReviseMember(person.id(), MemberProfile.EMPTY, null, null, null, Set.of(tag)))
                .toList();
        var leaving = world().hiddenFrom(ScopeLevel.GROUP).stream()
                .map(person ->
                        new ReviseMember(person.id(), MemberProfile.EMPTY, null, LocalDate.of(2026, 1, 1), null, null))
                .toList();
        var outcomes = revised(curious, rows);
        var left = revised(curious, leaving);

        assertThat(outcomes).filteredOn(RowOutcome.Done.class::isInstance).hasSize(within.size());
        assertThat(left).allMatch(RowOutcome.Refused.class::isInstance);
        assertThat(wearing(tag)).containsExactlyInAnyOrderElementsOf(world().ids(within));
    }

    @Test
    void many_at_once_are_not_moved_to_where_nothing_is() {
        var nowhere = Map.of("homeUnit", UUID.randomUUID().toString());
        var nobody = Map.of("adviser", UUID.randomUUID().toString());
        for (var assignment : List.of(nowhere, nobody)) {
            var act = Map.of("ids", world().ids(world().people), "assignment", assignment, "reason", "试试");
            for (var path : List.of("/api/members/bulk/preview", "/api/members/bulk")) {
                var answer = client(ScopeLevel.ALL).post(path, act);
                assertThat(answer.status()).as(answer.text()).isBetween(400, 409);
                assertThat(answer.code()).isIn("access.no-such-unit", "access.no-such-staff");
            }
        }
    }

    private List<RowOutcome> revised(TestStaff.Person person, List<ReviseMember> rows) {
        var batch = new Batch(UUID.randomUUID(), "试试");
        return access.runAs(
                person.actor(),
                () -> Objects.requireNonNull(transaction.execute(status -> members.reviseAll(rows, batch))));
    }

    private List<String> wearing(String tag) {
        return sql.fetch("select member_id::text from members.member_tag where tag = ?", tag)
                .getValues(0, String.class);
    }

    @Test
    void nobody_is_entered_into_a_unit_beyond_reach() {
        for (var level : List.of(ScopeLevel.GROUP, ScopeLevel.BRANCH)) {
            var client = client(level);
            long before = count("members.member");
            var answer = client.post(
                    "/api/members",
                    Map.of(
                            "kind",
                            "PERSON",
                            "profile",
                            Map.of("name", "偷渡"),
                            "homeUnit",
                            world().southStore.toString()));
            assertThat(answer.status()).as(answer.text()).isBetween(400, 409);
            assertThat(count("members.member")).isEqualTo(before);
        }
    }

    @Test
    void an_act_that_hands_a_member_beyond_reach_is_done_and_says_so_or_is_refused_and_not_done() {
        var client = client(ScopeLevel.BRANCH);
        var mine = world().seenBy(ScopeLevel.BRANCH).getFirst();
        var before = stored(mine);
        var answer = client.post(
                "/api/members/" + mine.id() + "/assignment",
                Map.of("homeUnit", world().southStore.toString(), "reason", "搬家"));
        if (answer.status() == 200) {
            assertThat(answer.json().path("homeUnit").asString())
                    .isEqualTo(world().southStore.toString());
            assertThat(client.get("/api/members/" + mine.id()).code()).isEqualTo("members.not-found");
            staff.logIn("lead")
                    .post(
                            "/api/members/" + mine.id() + "/assignment",
                            Map.of(
                                    "homeUnit",
                                    Objects.requireNonNull(mine.home()).toString()));
        } else {
            assertThat(stored(mine)).isEqualTo(before);
        }
    }

    private static void refused(TestHttp.Answer answer) {
        assertThat(answer.code()).as(answer.text()).isEqualTo("members.not-found");
    }

    /** All that is stored of a member, as text. */
    private String stored(Person person) {
        return sql.fetch("""
                        select m::text, (select count(*) from members.member_change c where c.member_id = m.member_id),
                          (select count(*) from members.consent c where c.member_id = m.member_id),
                          (select string_agg(tag, ',' order by tag) from members.member_tag t where t.member_id = m.member_id)
                        from members.member m where m.member_id = ?::uuid""", person.id().toString()).format();
    }

    private long count(String table) {
        return sql.fetchSingle("select count(*) from " + table).into(Long.class);
    }

    private ScopeWorld world() {
        return ScopeWorld.of(application, "澹台");
    }

    private TestHttp.Client client(ScopeLevel level) {
        return world().client(level);
    }
}
