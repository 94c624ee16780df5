package org.guildhall.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.members.IdentityDocument.DocumentKind;
import org.guildhall.members.MemberRefusal.IdentityKind;
import org.guildhall.members.MemberRefusal.IdentityTaken;
import org.guildhall.members.MemberRefusal.IllegalTransition;
import org.guildhall.members.MemberRefusal.StaleVersion;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GuildhallTest
class RegistryTest {

    private static final AtomicInteger NEXT = new AtomicInteger(1000);

    @Autowired
    Members members;

    @Autowired
    TestStaff staff;

    @Autowired
    MovableClock clock;

    @Autowired
    DSLContext sql;

    @Test
    void aRegisteredMemberHasACheckedNumberAndIsFoundByIt() {
        var member = register(MemberProfile.of("王小明", mobile()));

        assertThat(member.number()).hasSize(10);
        assertThat(asMachine(() -> members.findByNumber(List.of(member.number()))))
                .containsEntry(member.number(), member.id());
        assertThat(member.status()).isEqualTo(MemberStatus.ACTIVE);
    }

    @Test
    void aStubWithoutNameAndMobileIsLegalAndCanBeCompleted() {
        var stub = register(MemberProfile.EMPTY);
        var mobile = mobile();

        var complete = asMachine(() -> members.update(UpdateMember.of(stub.id(), MemberProfile.of("李雷", mobile))));

        assertThat(complete.profile().mobile()).isEqualTo(mobile);
        assertThat(complete.version()).isEqualTo(2);
    }

    @Test
    void aMobileBelongsToOneLivingMemberAndIsFreeAgainAfterwards() {
        var mobile = mobile();
        var first = register(MemberProfile.of("甲", mobile));

        assertThat(reason(() -> register(MemberProfile.of("乙", mobile))))
                .isEqualTo(new IdentityTaken(IdentityKind.MOBILE, mobile, first.id()));

        move(first.id(), MemberStatus.WITHDRAWN);
        var second = register(MemberProfile.of("乙", mobile));
        assertThat(asMachine(() -> members.findByMobile(List.of("+86 " + mobile))))
                .containsValue(second.id());
    }

    @Test
    void ofManyWhoClaimOneMobileAtOnceExactlyOneGetsIt() throws Exception {
        var mobile = mobile();
        var tasks = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 8; i++) {
            tasks.add(() -> {
                try {
                    register(MemberProfile.of("抢", mobile));
                    return true;
                } catch (Refusal refused) {
                    return false;
                }
            });
        }
        int winners = 0;
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (var outcome : pool.invokeAll(tasks)) {
                winners += outcome.get() ? 1 : 0;
            }
        }
        assertThat(winners).isEqualTo(1);
    }

    @Test
    void aDocumentIsStoredSealedAndFoundByItsHash() {
        var number = "99010119900307" + "10" + (NEXT.get() % 10);
        var full = number + org.guildhall.members.identification.ResidentIds.check(number);
        var member = register(profile("密", null, new IdentityDocument(DocumentKind.RESIDENT_ID, full)));

        var stored = sql.fetchSingle(
                "select * from members.member where member_id = ?", member.id().value());
        assertThat(new String((byte[]) stored.get("document_sealed"), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(full.substring(6));
        assertThat(java.util.Objects.requireNonNull(member.profile().document()).number())
                .isEqualTo(full.substring(0, 4) + "**********" + full.substring(14));
        assertThat(reason(() -> register(profile("重", null, new IdentityDocument(DocumentKind.RESIDENT_ID, full)))))
                .isEqualTo(new IdentityTaken(IdentityKind.DOCUMENT, null, member.id()));
    }

    @Test
    void allBrokenRulesAreNamedAtOnceAndNothingIsStored() {
        long before = count();
        var bad = new MemberProfile(
                "x".repeat(100),
                null,
                Birthday.solar(LocalDate.of(2030, 1, 1)),
                "12345",
                "no-mail",
                new Address("999999", null, null),
                new IdentityDocument(DocumentKind.RESIDENT_ID, "123"),
                null,
                null,
                null,
                Map.of("unheard", "of"));

        assertThatThrownBy(() -> register(bad))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason().fields())
                                .extracting(Refusal.Field::field)
                                .containsExactlyInAnyOrder(
                                        "name",
                                        "birthday",
                                        "mobile",
                                        "email",
                                        "address.regionCode",
                                        "document.number",
                                        "attributes.unheard"));
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void anIllegalTransitionSaysWhatIsLegal() {
        var member = register(MemberProfile.of("丙", null));
        move(member.id(), MemberStatus.SUSPENDED);
        move(member.id(), MemberStatus.ACTIVE);
        move(member.id(), MemberStatus.TERMINATED);

        assertThat(reason(() -> move(member.id(), MemberStatus.ACTIVE)))
                .isEqualTo(new IllegalTransition(MemberStatus.TERMINATED, MemberStatus.ACTIVE, Set.of()));
    }

    @Test
    void twoPeopleWhoChangeTheSameFieldSeeBothValuesAndOthersDoNotCollide() {
        var member = register(MemberProfile.of("旧名", null));
        asMachine(() -> members.update(change(member.id(), 1, profile("甲名", null, null))));

        assertThat(reason(() -> asMachine(() -> members.update(change(member.id(), 1, profile("乙名", null, null))))))
                .isInstanceOfSatisfying(StaleVersion.class, stale -> {
                    assertThat(stale.actual()).isEqualTo(2);
                    assertThat(stale.conflicts()).containsExactly(new MemberRefusal.Conflict("name", "乙名", "甲名"));
                });
        var mobile = mobile();
        var other = asMachine(() -> members.update(change(member.id(), 1, profile(null, mobile, null))));
        assertThat(other.profile().name()).isEqualTo("甲名");
        assertThat(other.profile().mobile()).isEqualTo(mobile);
    }

    @Test
    void aMemberCanBeReadAsKnownThen() {
        var member = register(MemberProfile.of("从前", null));
        var then = clock.instant();
        clock.advance(Duration.ofHours(1));
        asMachine(() -> members.update(UpdateMember.of(member.id(), MemberProfile.of("现在", mobile()))));
        move(member.id(), MemberStatus.SUSPENDED);

        var past = asMachine(() -> members.get(member.id(), then));

        assertThat(past.profile().name()).isEqualTo("从前");
        assertThat(past.profile().mobile()).isNull();
        assertThat(past.status()).isEqualTo(MemberStatus.ACTIVE);
        assertThat(past.version()).isEqualTo(1);
    }

    @Test
    void erasingLeavesNoPersonalValueAnywhereAndTheRecordStays() {
        var member = register(profile("要忘记的人", mobile(), null));
        asMachine(() -> members.update(UpdateMember.of(member.id(), MemberProfile.of("要忘记的名", null))));
        assertThatThrownBy(() -> erase(member.id())).hasMessageContaining("members.still-living");
        move(member.id(), MemberStatus.WITHDRAWN);

        erase(member.id());

        var left = asMachine(() -> members.get(member.id(), null));
        assertThat(left.profile()).isEqualTo(MemberProfile.EMPTY);
        assertThat(left.number()).isEqualTo(member.number());
        var timeline = asMachine(() -> members.timeline(member.id(), Set.of(), null, null, 50));
        assertThat(timeline.items()).extracting(TimelineEntry::kind).contains("members.erased", "members.updated");
        assertThat(timeline.items().toString()).doesNotContain("要忘记");
        assertThat(reason(() ->
                        asMachine(() -> members.update(UpdateMember.of(member.id(), MemberProfile.of("又来", null))))))
                .isEqualTo(new MemberRefusal.Erased(member.id()));
    }

    private MemberView register(MemberProfile profile) {
        return asMachine(() -> members.register(RegisterMember.person(profile))).member();
    }

    private void move(MemberId id, MemberStatus to) {
        asMachine(() -> members.transition(new Transition(id, to, "测试", null, null)));
    }

    private void erase(MemberId id) {
        asMachine(() -> {
            members.erase(id, "本人要求");
            return true;
        });
    }

    private <T> T asMachine(Supplier<T> work) {
        return staff.asMachine(work);
    }

    private static Refusal.Reason reason(Runnable work) {
        try {
            work.run();
        } catch (Refusal refusal) {
            return refusal.reason();
        }
        throw new AssertionError("expected a refusal");
    }

    private static UpdateMember change(MemberId id, int version, MemberProfile set) {
        return new UpdateMember(id, version, set, null, null, null, null, null);
    }

    private static MemberProfile profile(
            @Nullable String name, @Nullable String mobile, @Nullable IdentityDocument document) {
        return new MemberProfile(name, null, null, mobile, null, null, document, null, null, null, null);
    }

    private static String mobile() {
        return "1380000" + NEXT.incrementAndGet();
    }

    private long count() {
        return sql.fetchCount(org.jooq.impl.DSL.table("members.member"));
    }
}
