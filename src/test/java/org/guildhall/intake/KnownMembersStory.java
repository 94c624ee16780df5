package org.guildhall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.guildhall.access.Organisation;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.guildhall.members.Birthday;
import org.guildhall.members.MemberKind;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.MemberStatus;
import org.guildhall.members.MemberView;
import org.guildhall.members.Members;
import org.guildhall.members.RegisterMember;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A file about members whom the house knows: everything it says of them is taken over, and given back. */
@GuildhallTest
class KnownMembersStory {

    private static final LocalDate JOINED = LocalDate.of(2024, 5, 1);

    @Autowired
    TestStaff staff;

    @Autowired
    Members members;

    @Autowired
    Organisation organisation;

    private String old = "";
    private String fresh = "";

    @BeforeEach
    void twoStores() {
        old = code(staff.open(UnitKind.STORE, staff.company()));
        fresh = code(staff.open(UnitKind.STORE, staff.company()));
    }

    @Test
    void storeDaysAndTagsAreTakenOverAndTheUndoRestoresThemExactly() {
        var number = number();
        var member = register(number);
        var before = values(member);
        var desk = new ImportDesk(staff.logIn("lead"));
        var upload = desk.upload("members.csv", bytes("""
                会员号,姓名,生日,门店,入会日期,退会日期,标签
                %s,王大明,1991-02-03,%s,2023-04-05,2025-06-07,金卡;常客
                """.formatted(number, fresh)));

        var report = desk.run(upload);

        assertThat(report.get("facts").get("updated").asLong())
                .as(report.toString())
                .isEqualTo(1);
        var now = get(member);
        assertThat(now.profile().name()).isEqualTo("王大明");
        assertThat(code(Objects.requireNonNull(now.homeUnit()))).isEqualTo(fresh);
        assertThat(now.joinedOn()).isEqualTo(LocalDate.of(2023, 4, 5));
        assertThat(now.tags()).containsExactlyInAnyOrder("老客", "金卡", "常客");
        assertThat(now.status()).isEqualTo(MemberStatus.WITHDRAWN);
        assertThat(leavingDay(member)).startsWith("2025-06-06T16:00");

        assertThat(desk.undo(upload).get("state").asString()).isEqualTo("UNDONE");
        assertThat(values(member)).isEqualTo(before);
    }

    @Test
    void whoHadLeftBeforeTheFirstImportHasLeftOnThatDay() {
        var number = number();
        var impossible = number();
        var desk = new ImportDesk(staff.logIn("lead"));
        var upload = desk.upload("members.csv", bytes("""
                会员号,姓名,入会日期,退会日期
                %s,王大明,2023-04-05,2025-06-07
                %s,李雷,2023-04-05,2022-06-07
                %s,韩梅,,2022-06-07
                """.formatted(number, impossible, number())));

        var report = desk.run(upload);

        assertThat(report.get("facts").get("entered").asLong()).isEqualTo(1);
        assertThat(desk.errors(upload))
                .extracting(error -> error.path("row").asInt() + " "
                        + error.path("field").asString() + " "
                        + error.path("rule").asString())
                .containsExactlyInAnyOrder("3 LEFT_ON LEFT_BEFORE_JOINING", "4 JOINED_ON REQUIRED");
        var member = find(number);
        assertThat(get(member).status()).isEqualTo(MemberStatus.WITHDRAWN);
        assertThat(get(member).joinedOn()).isEqualTo(LocalDate.of(2023, 4, 5));
        assertThat(leavingDay(member)).startsWith("2025-06-06T16:00");
        var again = desk.run(desk.upload("again.csv", bytes("""
                会员号,退会日期
                %s,2025-06-07
                """.formatted(number))));
        assertThat(again.get("facts").get("unchanged").asLong()).isEqualTo(1);

        var preview = staff.logIn("lead")
                .post(desk.path(upload) + "/undo-preview", Map.of())
                .json();
        assertThat(preview.get("withdrawn").asLong()).isEqualTo(1);
        assertThat(desk.undo(upload).get("state").asString()).isEqualTo("UNDONE");
        assertThat(staff.asMachine(() -> members.findByNumber(List.of(number)))).isEmpty();
    }

    @Test
    void whoIsSaidToHaveLeftNeedsTheDay() {
        var lead = staff.logIn("lead");
        for (var body : List.of(
                Map.of("kind", "PERSON", "status", "WITHDRAWN"),
                Map.of("kind", "PERSON", "status", "ACTIVE", "leftOn", "2025-01-01"),
                Map.of("kind", "PERSON", "joinedOn", "2024-01-01", "leftOn", "2099-01-01"))) {
            var refused = lead.post("/api/members", body);
            assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        }
    }

    @Test
    void theSameFileTwiceChangesNothingMoreAndTheRuleToKeepKeeps() {
        var number = number();
        var member = register(number);
        var file = bytes("""
                会员号,门店,入会日期,标签
                %s,%s,2023-04-05,金卡
                """.formatted(number, fresh));
        var desk = new ImportDesk(staff.logIn("lead"));
        var kept = desk.upload("kept.csv", file);
        desk.prepare(kept, Map.of("knownMembers", "KEEP"));
        desk.run(kept);
        assertThat(code(Objects.requireNonNull(get(member).homeUnit()))).isEqualTo(old);

        desk.run(desk.upload("first.csv", file));
        var version = get(member).version();
        var again = desk.run(desk.upload("again.csv", file));

        assertThat(again.get("facts").get("unchanged").asLong()).isEqualTo(1);
        assertThat(get(member).version()).isEqualTo(version);
    }

    @Test
    void aRowThatCannotBeTrueIsRefusedWhole() {
        var number = number();
        var member = register(number);
        var before = values(member);
        var desk = new ImportDesk(staff.logIn("lead"));

        var upload = desk.upload("members.csv", bytes("""
                会员号,姓名,入会日期,退会日期
                %s,王大明,2025-04-05,2025-01-01
                """.formatted(number)));
        desk.run(upload);

        assertThat(desk.errors(upload)).hasSize(1);
        assertThat(values(member)).isEqualTo(before);
    }

    @Test
    void whatSomebodyElseHoldsByNowStaysAndTheUndoEndsAllTheSame() {
        var number = number();
        var member = register(number);
        var desk = new ImportDesk(staff.logIn("lead"));
        var upload = desk.upload("members.csv", bytes("""
                会员号,退会日期
                %s,2025-06-07
                """.formatted(number)));
        desk.run(upload);
        var mobile = "139" + number.substring(number.length() - 8);
        staff.asMachine(() -> members.register(RegisterMember.person(profile("赵六", mobile))));

        assertThat(desk.undo(upload).get("state").asString()).isEqualTo("UNDONE");

        assertThat(get(member).status()).isEqualTo(MemberStatus.WITHDRAWN);
    }

    private MemberId register(String number) {
        var home = organisation.byCode(old).orElseThrow().id();
        return staff.asMachine(() -> members.register(new RegisterMember(
                        MemberKind.PERSON,
                        number,
                        profile("王小明", "139" + number.substring(number.length() - 8)),
                        null,
                        JOINED,
                        home,
                        null,
                        Set.of("老客"),
                        null,
                        null)))
                .member()
                .id();
    }

    private static MemberProfile profile(String name, String mobile) {
        return new MemberProfile(
                name, null, Birthday.solar(LocalDate.of(1990, 1, 2)), mobile, null, null, null, null, null, null, null);
    }

    private MemberId find(String number) {
        return Objects.requireNonNull(
                staff.asMachine(() -> members.findByNumber(List.of(number))).get(number));
    }

    private MemberView get(MemberId member) {
        return staff.asMachine(() -> members.get(member, null));
    }

    private List<Object> values(MemberId member) {
        var view = get(member);
        return List.of(
                view.profile(),
                view.status(),
                view.joinedOn(),
                Objects.requireNonNull(view.homeUnit()),
                Set.copyOf(view.tags()));
    }

    private String leavingDay(MemberId member) {
        return staff.asMachine(() -> members.timeline(member, Set.of("members.transitioned"), null, null, 1))
                .items()
                .getFirst()
                .occurredAt()
                .toString();
    }

    private String code(UnitId unit) {
        return organisation.unit(unit).code();
    }

    private static String number() {
        return "K" + (10_000_000 + (int) (System.nanoTime() % 80_000_000));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
