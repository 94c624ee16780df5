package org.guildhall.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.guildhall.access.Scope;
import org.guildhall.kernel.Refusal;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@GuildhallTest
class MemberBatchesTest {

    private static final AtomicInteger NEXT = new AtomicInteger(1500);

    @Autowired
    Members members;

    @Autowired
    TestStaff staff;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void undoingABatchAnnulsWhatItEnteredAndSetsBackWhatNobodyChangedSince() {
        var kept = register(MemberProfile.of("原名", null));
        var touched = register(MemberProfile.of("原名二", null));
        var mobile = mobile();
        var batch = new Batch(UUID.randomUUID(), "导入");
        var entered = inBatch(() -> {
            members.updateAll(
                    List.of(
                            UpdateMember.of(kept.id(), MemberProfile.of("批量名", null)),
                            UpdateMember.of(touched.id(), MemberProfile.of("批量名", null))),
                    batch);
            return members.registerAll(List.of(RegisterMember.person(MemberProfile.of("新人", mobile))), batch);
        });
        asMachine(() -> members.update(UpdateMember.of(touched.id(), MemberProfile.of("后来的名", null))));
        assertThat(asMachine(() -> members.undoPreview(batch.id())))
                .isEqualTo(new UndoPreview(1, 2, 1, List.of(touched.id())));

        assertThat(inBatch(() -> members.undo(batch.id(), 100, "撤销", new Scope.All())))
                .isEqualTo(3);

        assertThat(inBatch(() -> members.undo(batch.id(), 100, "撤销", new Scope.All())))
                .isZero();
        assertThat(asMachine(() -> members.get(kept.id(), null)).profile().name())
                .isEqualTo("原名");
        assertThat(asMachine(() -> members.get(touched.id(), null)).profile().name())
                .isEqualTo("后来的名");
        var id = ((RowOutcome.Done) entered.getFirst()).member();
        assertThat(reason(() -> asMachine(() -> members.get(id, null)))).isInstanceOf(MemberRefusal.NotFound.class);
        assertThat(asMachine(() -> members.findByMobile(List.of(mobile)))).isEmpty();
        assertThat(register(MemberProfile.of("再来", mobile)).id()).isNotEqualTo(id);
    }

    @Test
    void aBadRowOfABatchIsRefusedAloneAndTwiceTheSameMobileGoesToTheFirst() {
        var mobile = mobile();
        var outcomes = inBatch(() -> members.registerAll(
                List.of(
                        RegisterMember.person(MemberProfile.of("一", mobile)),
                        RegisterMember.person(MemberProfile.of("二", mobile)),
                        RegisterMember.person(MemberProfile.of("三", "123")),
                        RegisterMember.person(MemberProfile.of("四", null))),
                new Batch(UUID.randomUUID(), null)));

        assertThat(outcomes).hasSize(4);
        assertThat(outcomes.stream().filter(RowOutcome.Done.class::isInstance)).hasSize(2);
        assertThat(outcomes.get(2)).isInstanceOf(RowOutcome.Refused.class);
        assertThat(outcomes.get(3)).isInstanceOf(RowOutcome.Done.class);
    }

    @Test
    void tagsAdviserAndAttributesAreSetComparedAndSetBackLikeAnyValue() {
        var member = register(MemberProfile.of("标签", null));
        var batch = new Batch(UUID.randomUUID(), "打标签");
        var assignment = new Assignment(null, null, null, null, Set.of("贵宾", "钓鱼"), null, null);

        inBatch(() -> members.assignAll(List.of(member.id()), assignment, batch));
        assertThat(asMachine(() -> members.get(member.id(), null)).tags()).containsExactlyInAnyOrder("贵宾", "钓鱼");
        assertThat(inBatch(() -> members.assignAll(List.of(member.id()), assignment, batch))
                        .getFirst())
                .isInstanceOf(RowOutcome.Unchanged.class);

        inBatch(() -> members.undo(batch.id(), 10, "撤销", new Scope.All()));
        assertThat(asMachine(() -> members.get(member.id(), null)).tags()).isEmpty();
    }

    private MemberView register(MemberProfile profile) {
        return asMachine(() -> members.register(RegisterMember.person(profile))).member();
    }

    private <T> T asMachine(Supplier<T> work) {
        return staff.asMachine(work);
    }

    private <T> T inBatch(Supplier<T> work) {
        return asMachine(() -> java.util.Objects.requireNonNull(transaction.execute(status -> work.get())));
    }

    private static Refusal.Reason reason(Runnable work) {
        try {
            work.run();
        } catch (Refusal refusal) {
            return refusal.reason();
        }
        throw new AssertionError("expected a refusal");
    }

    private static String mobile() {
        return "1380000" + NEXT.incrementAndGet();
    }
}
