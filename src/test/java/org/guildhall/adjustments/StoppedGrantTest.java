package org.guildhall.adjustments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.guildhall.access.Access;
import org.guildhall.kernel.Actor;
import org.guildhall.members.Batch;
import org.guildhall.members.MemberKind;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.Members;
import org.guildhall.members.RegisterMember;
import org.guildhall.platform.RunView;
import org.guildhall.testing.DeliveredProduct;
import org.guildhall.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** The application stops while thousands are given points: the grant goes on at the next start and gives everybody once. */
class StoppedGrantTest {

    private static final Actor MACHINE = new Actor.Machine("grant-test");
    private static final int MANY = 8_000;

    @TempDir
    Path data;

    @Test
    void a_grant_that_was_interrupted_is_carried_out_and_not_called_failed() throws Exception {
        var database = TestDatabase.fresh();
        UUID grant;
        try (var first = DeliveredProduct.start(database, data, List.of())) {
            var command = new GrantToMany(enter(first), 1, null, "the tea has come");
            grant = as(first, () -> first.getBean(BatchGrants.class).give(command, "stopped-grant"))
                    .id();
            while (run(first, grant).members() == 0) {
                Thread.sleep(2);
            }
        }
        assertThat(given(database)).as("stopped in the middle").isBetween(1L, MANY - 1L);
        try (var second = DeliveredProduct.start(database, data, List.of())) {
            while (run(second, grant).state() == RunView.State.RUNNING) {
                Thread.sleep(50);
            }
            var run = run(second, grant);
            assertThat(run.state()).as(String.valueOf(run.failure())).isEqualTo(RunView.State.DONE);
            assertThat(run.members()).isEqualTo(MANY);
        }
        assertThat(given(database)).isEqualTo(MANY);
    }

    private static long given(TestDatabase.Database database) {
        return Objects.requireNonNull(database.sql()
                .fetchSingle("select coalesce(sum(amount), 0)::bigint from ledger.entry where asset = 'points'")
                .get(0, Long.class));
    }

    private static List<String> enter(ConfigurableApplicationContext product) {
        var numbers = IntStream.range(0, MANY).mapToObj(i -> "TEA" + i).toList();
        var rows = numbers.stream()
                .map(number -> new RegisterMember(
                        MemberKind.PERSON, number, MemberProfile.EMPTY, null, null, null, null, null, null, null))
                .toList();
        as(
                product,
                () -> Objects.requireNonNull(product.getBean(TransactionTemplate.class)
                        .execute(status -> product.getBean(Members.class)
                                .registerAll(rows, new Batch(UUID.randomUUID(), "test")))));
        return numbers;
    }

    private static RunView run(ConfigurableApplicationContext product, UUID grant) {
        return Objects.requireNonNull(
                as(product, () -> product.getBean(BatchGrants.class).get(grant)).run());
    }

    private static <T> T as(ConfigurableApplicationContext product, Supplier<T> work) {
        return product.getBean(Access.class).runAs(MACHINE, work);
    }
}
