package org.guildhall.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.guildhall.access.Access;
import org.guildhall.kernel.Actor;
import org.guildhall.members.lists.BulkAct;
import org.guildhall.members.lists.BulkActs;
import org.guildhall.platform.JobId;
import org.guildhall.platform.JobView;
import org.guildhall.platform.Jobs;
import org.guildhall.testing.DeliveredProduct;
import org.guildhall.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** The application stops while thousands are tagged: the job goes on at the next start and tells of everybody once. */
class StoppedBulkActTest {

    private static final Actor MACHINE = new Actor.Machine("bulk-test");
    private static final int MANY = 4_000;

    @TempDir
    Path data;

    @Test
    void a_bulk_act_that_was_interrupted_tells_the_whole_outcome() throws Exception {
        var database = TestDatabase.fresh();
        JobId job;
        try (var first = DeliveredProduct.start(database, data, List.of())) {
            enter(first);
            job = as(first, () -> first.getBean(BulkActs.class).start(tagAll())).id();
            while (view(first, job).done() == 0) {
                Thread.sleep(2);
            }
        }
        try (var second = DeliveredProduct.start(database, data, List.of())) {
            var ended = view(second, job);
            while (ended.finishedAt() == null) {
                Thread.sleep(50);
                ended = view(second, job);
            }
            assertThat(ended.state()).isEqualTo(JobView.State.DONE);
            assertThat(ended.result()).containsEntry("changed", MANY).containsEntry("unchanged", 0);
            assertThat(ended.done()).isEqualTo(MANY);
        }
        assertThat(database.sql()
                        .fetchSingle(
                                "select count(distinct member_id), count(*) from members.member_tag where tag = '春茶'")
                        .intoList())
                .containsOnly((long) MANY);
    }

    private static BulkAct tagAll() {
        var tag = new Assignment(null, null, null, null, Set.of("春茶"), null, null);
        return new BulkAct(null, MemberQuery.text("顾"), tag, null, "the tea has come");
    }

    private static void enter(ConfigurableApplicationContext product) {
        var rows = IntStream.range(0, MANY)
                .mapToObj(i -> RegisterMember.person(MemberProfile.of("顾" + i, null)))
                .toList();
        as(
                product,
                () -> Objects.requireNonNull(product.getBean(TransactionTemplate.class)
                        .execute(status -> product.getBean(Members.class)
                                .registerAll(rows, new Batch(UUID.randomUUID(), "test")))));
    }

    private static JobView view(ConfigurableApplicationContext product, JobId job) {
        return as(product, () -> product.getBean(Jobs.class).get(job));
    }

    private static <T> T as(ConfigurableApplicationContext product, java.util.function.Supplier<T> work) {
        return product.getBean(Access.class).runAs(MACHINE, work);
    }
}
