package org.guildhall.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guildhall.checkout.CheckoutGround.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.guildhall.benefits.BenefitsGround;
import org.guildhall.checkout.acts.Together;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.Ledger;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** A sale among others leaves behind what it leaves by itself; whose benefit takes something off is sold to alone. */
@GuildhallTest
@Import({
    CheckoutGround.class,
    CheckoutGround.Books.class,
    BenefitsGround.class,
    BenefitsGround.Desks.class,
    BenefitsGround.Rules.class,
    Together.class
})
class TwinSalesTest {

    @Autowired
    TestStaff staff;

    @Autowired
    CheckoutGround ground;

    @Autowired
    BenefitsGround benefits;

    @Autowired
    Together together;

    @Autowired
    Checkouts checkouts;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DSLContext sql;

    /** Somebody to buy something, and their twin. */
    private record Pair(MemberId together, MemberId alone, Basket basket, String key) {

        Basket twins() {
            return new Basket(
                    alone,
                    basket.store(),
                    basket.lines(),
                    basket.points(),
                    basket.stored(),
                    basket.coupons(),
                    basket.benefit());
        }
    }

    @Test
    void a_sale_among_others_is_what_it_is_by_itself() {
        for (int round = 0; round < 4; round++) {
            var random = new Random(90 + round);
            var pairs = new ArrayList<Pair>();
            for (int i = 0; i < 20; i++) {
                pairs.add(pair(random, "together|" + round + "|" + i));
            }
            var asked = pairs.stream().map(pair -> ask(pair.basket)).toList();
            var keys = pairs.stream().map(Pair::key).toList();
            // Whose benefit takes something off is left to be sold to alone.
            var joins = pairs.stream()
                    .map(pair -> ground.quote(pair.basket).benefits().stream().noneMatch(Quote.Benefit::applied))
                    .toList();
            assertThat(joins).contains(true, false);
            assertThat(staff.asMachine(() -> together.sell(asked, keys))).isEqualTo(joins);
            for (int i = 0; i < asked.size(); i++) {
                if (!joins.get(i)) {
                    assertThat(sell(asked.get(i), keys.get(i))).isEqualTo("done");
                }
            }
            for (var pair : pairs) {
                // Within somebody's transaction it is not even tried to sell it with others.
                transaction.executeWithoutResult(status -> sell(ask(pair.twins()), pair.key + "|twin"));
                assertThat(SaleTraces.of(sql, pair.together)).isEqualTo(SaleTraces.of(sql, pair.alone));
            }
            var joined = IntStream.range(0, joins.size())
                    .filter(joins::get)
                    .mapToObj(i -> pairs.get(i).together)
                    .toList();
            assertThat(transactions(joined)).isEqualTo(1);
        }
        assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
    }

    private Pair pair(Random random, String key) {
        long points = random.nextInt(3) * 700L;
        boolean gold = random.nextInt(4) == 0;
        var together = gold ? ground.gold(points + 1, 300) : ground.member(points + 1);
        var alone = gold ? ground.gold(points + 1, 300) : ground.member(points + 1);
        if (random.nextInt(3) == 0) {
            benefits.patron(together);
            benefits.patron(alone);
        }
        var lines = new ArrayList<Basket.Line>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            // Now and then enough for another tier.
            long fen = random.nextInt(5) == 0 ? 1_500_000 : random.nextInt(20_000);
            lines.add(line("货" + i, random.nextBoolean() ? "茶" : "烟", 1 + random.nextInt(3), fen));
        }
        var basket = ground.basket(together, random.nextInt(3) * 200L, 0, lines.toArray(Basket.Line[]::new));
        return new Pair(together, alone, basket, key);
    }

    private String sell(CommitCheckout command, String key) {
        MDC.put("requestId", key.replace("|twin", ""));
        try {
            return ground.outcome(() -> checkouts.commit(command, key));
        } finally {
            MDC.remove("requestId");
        }
    }

    private CommitCheckout ask(Basket basket) {
        return CheckoutGround.at(ground.quote(basket), basket);
    }

    /** How many transactions wrote the sales to these members. */
    private int transactions(List<MemberId> members) {
        var ids = members.stream().map(MemberId::value).toArray(UUID[]::new);
        return sql.fetch("select distinct xmin::text from checkout.sale where member_id = any(?)", (Object) ids)
                .size();
    }
}
