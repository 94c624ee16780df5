package org.guildhall.bench;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.guildhall.access.Access;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.CauseKey;
import org.guildhall.ledger.Ledger;
import org.guildhall.ledger.Movement;
import org.guildhall.ledger.Posting;
import org.guildhall.members.Batch;
import org.guildhall.members.MemberKind;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.Members;
import org.guildhall.members.RegisterMember;
import org.guildhall.members.RowOutcome;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Members of a bench. */
record BenchMembers(ConfigurableApplicationContext application) {

    private static final int MEMBERS = 10_000;
    private static final int AT_ONCE = 1_000;
    private static final int LOTS = 4;

    /** Ten thousand, each with a million points in four lots. */
    List<MemberId> withPoints() {
        var members = new ArrayList<MemberId>();
        for (int from = 0; from < MEMBERS; from += AT_ONCE) {
            var transaction = application.getBean(TransactionTemplate.class);
            members.addAll(Objects.requireNonNull(application
                    .getBean(Access.class)
                    .runAs(RedeemBench.MACHINE, () -> Objects.requireNonNull(transaction.execute(status -> enter())))));
        }
        return members;
    }

    private List<MemberId> enter() {
        var rows = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> new RegisterMember(
                        MemberKind.PERSON, null, MemberProfile.EMPTY, null, null, null, null, null, null, null))
                .toList();
        var ids = application.getBean(Members.class).registerAll(rows, new Batch(UUID.randomUUID(), "bench")).stream()
                .map(outcome -> ((RowOutcome.Done) outcome).member())
                .toList();
        application
                .getBean(Ledger.class)
                .post(ids.stream().map(BenchMembers::points).toList());
        return ids;
    }

    /** By hand: what purchases gave is counted anew with the next one. */
    private static Posting points(MemberId member) {
        var first = LocalDate.now(Clock.systemUTC()).plusMonths(2).withDayOfMonth(1);
        return new Posting(
                CauseKey.of("bench|" + member),
                member,
                "adjustment",
                null,
                "bench",
                UUID.randomUUID(),
                IntStream.range(0, LOTS)
                        .<Movement>mapToObj(i -> new Movement.Grant(Asset.POINTS, 250_000, first.plusMonths(i)))
                        .toList(),
                null,
                1);
    }
}
