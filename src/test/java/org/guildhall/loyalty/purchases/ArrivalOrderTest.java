package org.guildhall.loyalty.purchases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.ledger.Ledger;
import org.guildhall.loyalty.BulkOutcome;
import org.guildhall.loyalty.LineFact;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.loyalty.PurchaseFact;
import org.guildhall.loyalty.ReturnFact;
import org.guildhall.loyalty.ReturnedLine;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestMembers;
import org.guildhall.testing.TestStaff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever the order in which facts arrive and however they are cut into batches, members end the same. */
@GuildhallTest
class ArrivalOrderTest {

    private static final int HISTORIES = Integer.getInteger("guildhall.histories", 12);

    @Autowired
    TestStaff staff;

    @Autowired
    TestMembers members;

    @Autowired
    Loyalty loyalty;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void anyOrderOfArrivalEndsInTheSameLotsTiersAndTierHistory() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            var random = new Random(seed);
            var shape = Shape.random(random);
            var inOrder = member();
            record(inOrder, shape, IntStream.range(0, shape.size()).boxed().toList(), 1 + random.nextInt(5), null);
            var expected = state(inOrder);
            for (int other = 0; other < 2; other++) {
                var order =
                        new ArrayList<>(IntStream.range(0, shape.size()).boxed().toList());
                Collections.shuffle(order, random);
                var shuffled = member();
                record(shuffled, shape, order, 1 + random.nextInt(6), null);
                assertThat(state(shuffled)).as("seed %s, order %s", seed, order).isEqualTo(expected);
            }
            assertThat(staff.asMachine(ledger::prove)).allMatch(proof -> proof.holds());
        }
    }

    @Test
    void importingTwiceIsImportingOnceAndUndoRestoresTheFormerState() {
        for (int seed = 100; seed < 100 + HISTORIES / 2; seed++) {
            var random = new Random(seed);
            var member = member();
            var before = Shape.random(random);
            record(member, before, IntStream.range(0, before.size()).boxed().toList(), 3, null);
            var former = state(member);
            var batch = new UUID(seed, random.nextLong());
            var imported = Shape.random(random).renamed("second");
            var all = IntStream.range(0, imported.size()).boxed().toList();

            record(member, imported, all, 4, batch);
            var once = state(member);
            var again = record(member, imported, all, 7, batch);
            assertThat(state(member)).as("seed %s twice", seed).isEqualTo(once);
            assertThat(again.stream().mapToInt(BulkOutcome::recorded).sum()).isZero();

            staff.asMachine(() -> transactions.execute(status -> loyalty.voidAll(batch, List.of(member))));
            assertThat(state(member)).as("seed %s undone", seed).isEqualTo(former);

            record(member, imported, all, 2, new UUID(seed, 1));
            assertThat(state(member)).as("seed %s imported anew", seed).isEqualTo(once);
        }
        assertThat(staff.asMachine(ledger::prove)).allMatch(proof -> proof.holds());
    }

    private Holdings state(MemberId member) {
        return staff.asMachine(() -> Holdings.of(member, loyalty, ledger));
    }

    private List<BulkOutcome> record(
            MemberId member, Shape shape, List<Integer> order, int batchSize, @Nullable UUID batch) {
        var outcomes = new ArrayList<BulkOutcome>();
        for (int from = 0; from < order.size(); from += batchSize) {
            var part = order.subList(from, Math.min(order.size(), from + batchSize));
            outcomes.add(staff.asMachine(() -> transactions.execute(status -> loyalty.recordAll(
                    part.stream()
                            .filter(i -> i < shape.purchases.size())
                            .map(i -> shape.purchases.get(i).of(member))
                            .toList(),
                    part.stream()
                            .filter(i -> i >= shape.purchases.size())
                            .map(i -> shape.returns
                                    .get(i - shape.purchases.size())
                                    .of(member))
                            .toList(),
                    batch))));
        }
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.refused()).isEmpty());
        return outcomes;
    }

    private MemberId member() {
        return members.since(LocalDate.of(2023, 5, 17));
    }

    /** Purchases and returns of nobody in particular. */
    private record Shape(List<Buy> purchases, List<Back> returns) {

        int size() {
            return purchases.size() + returns.size();
        }

        Shape renamed(String prefix) {
            return new Shape(
                    purchases.stream()
                            .map(buy -> new Buy(prefix + buy.number, buy.at, buy.lines))
                            .toList(),
                    returns.stream()
                            .map(back -> new Back(
                                    prefix + back.number, prefix + back.purchase, back.at, back.lines, back.amount))
                            .toList());
        }

        static Shape random(Random random) {
            var purchases = new ArrayList<Buy>();
            var returns = new ArrayList<Back>();
            int count = 3 + random.nextInt(12);
            for (int i = 0; i < count; i++) {
                var at = Instant.parse("2023-06-01T00:00:00Z").plusSeconds(random.nextInt(85_000_000));
                var lines = new ArrayList<LineFact>();
                for (int line = 0; line <= random.nextInt(3); line++) {
                    lines.add(new LineFact(
                            "p" + line, "c" + random.nextInt(2), 2_000, Money.cny(random.nextInt(400_000))));
                }
                purchases.add(new Buy("P" + i, at, lines));
                back(random, purchases.getLast(), returns);
            }
            return new Shape(purchases, returns);
        }

        private static void back(Random random, Buy buy, List<Back> returns) {
            var at = buy.at.plusSeconds(random.nextInt(8_000_000) - 1_000_000L);
            var number = "R" + buy.number;
            var latest = Instant.parse("2026-03-01T00:00:00Z");
            at = at.isAfter(latest) ? latest : at;
            long total =
                    buy.lines.stream().mapToLong(line -> line.amount().minor()).sum();
            switch (random.nextInt(5)) {
                case 0 -> returns.add(new Back(number, buy.number, at, List.of(), null));
                case 1 -> {
                    if (total > 1) {
                        returns.add(new Back(number + "a", buy.number, at, List.of(), Money.cny(total / 3 + 1)));
                        returns.add(
                                new Back(number + "b", buy.number, at.plusSeconds(5), List.of(), Money.cny(total / 3)));
                    }
                }
                case 2 -> {
                    var amount = buy.lines.getFirst().amount().minor() / 2;
                    returns.add(new Back(
                            number, buy.number, at, List.of(new ReturnedLine(1, 1_000, Money.cny(amount))), null));
                }
                default -> {}
            }
        }
    }

    private record Buy(String number, Instant at, List<LineFact> lines) {

        PurchaseFact of(MemberId member) {
            long total = lines.stream().mapToLong(line -> line.amount().minor()).sum();
            return new PurchaseFact(
                    "till", number + "@" + member, member, at, null, null, Money.cny(total), lines, "cash");
        }
    }

    private record Back(
            String number,
            String purchase,
            Instant at,
            List<ReturnedLine> lines,
            @Nullable Money amount) {

        ReturnFact of(MemberId member) {
            return new ReturnFact("till", number + "@" + member, purchase + "@" + member, member, at, lines, amount);
        }
    }
}
