package org.guildhall.mall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.Ledger;
import org.guildhall.testing.Crime;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Somebody with all power over the database gets past triggers and constraints: the proof names the laws that no longer hold,
 * and no others. Each crime is undone with its transaction.
 */
@GuildhallTest
@Import(MallGround.class)
class BrokenMallLawsTest {

    private static final String REWARD = "reward_id = '{reward}'";
    private static final String UNGUARDED =
            "alter table mall.stock drop constraint stock_adds_up, " + "drop constraint stock_never_oversold";
    private static final String UNPROTECTED = "alter table mall.payment disable trigger all";
    private static final String CANCELLED =
            "update mall.redemption set state = 'cancelled', closed_at = now() where order_id = '{order}'";
    private static final String BACK =
            "insert into mall.payment (payment_id, order_id, place, origin_id, method, amount,"
                    + " currency, store_id, occurred_on, occurred_at, actor) select gen_random_uuid(), order_id, place, payment_id,"
                    + " %s, %s, currency, store_id, occurred_on, occurred_at, actor from mall.payment where order_id = '{order}'";
    private static final String REWRITABLE = "alter table mall.stock_movement disable trigger all";

    @Autowired
    TestStaff staff;

    @Autowired
    MallGround ground;

    @Autowired
    Redemptions redemptions;

    @Autowired
    Ledger ledger;

    @Autowired
    DSLContext sql;

    @Autowired
    TransactionTemplate transaction;

    private String reward = "";
    private String order = "";

    static Stream<Crime> crimes() {
        return Stream.of(
                Crime.of("nothing", Set.of(), "select 1"),
                Crime.of(
                        "a piece appears",
                        Set.of("stock-adds-up", "stock-is-movements"),
                        UNGUARDED,
                        "update mall.stock set available = available + 1 where " + REWARD),
                Crime.of(
                        "more is sold than there is",
                        Set.of("stock-adds-up", "stock-is-movements"),
                        UNGUARDED,
                        "update mall.stock set available = -1, held = held + 1 + available where " + REWARD),
                Crime.of(
                        "a piece is received without a movement",
                        Set.of("stock-is-movements"),
                        "update mall.stock set available = available + 1, received = received + 1 where " + REWARD),
                Crime.of(
                        "a movement is removed",
                        Set.of("stock-is-movements", "orders-are-movements"),
                        REWRITABLE,
                        "delete from mall.stock_movement where order_id = '{order}'"),
                Crime.of(
                        "an order is called handed out",
                        Set.of("orders-are-movements", "orders-are-holds"),
                        "update mall.redemption set state = 'fulfilled', closed_at = now() where order_id = '{order}'"),
                Crime.of(
                        "an order costs less than is held",
                        Set.of("orders-are-holds"),
                        "update mall.redemption set unit_points = 1, points = quantity where order_id = '{order}'"),
                Crime.of(
                        "a payment disappears",
                        Set.of("cash-is-paid"),
                        UNPROTECTED,
                        "delete from mall.payment where method = 'card' and order_id = '{order}'"),
                Crime.of(
                        "all payments disappear",
                        Set.of("cash-is-paid"),
                        UNPROTECTED,
                        "delete from mall.payment where order_id = '{order}'"),
                Crime.of(
                        "a payment is of another order's price",
                        Set.of("cash-is-paid"),
                        "update mall.redemption set unit_cash = 0, cash = 0, currency = null where order_id = '{order}'"),
                Crime.of(
                        "money goes back although the order stands",
                        Set.of("cash-is-paid"),
                        BACK.formatted("method", "-amount")),
                Crime.of(
                        "an order is cancelled and its money kept",
                        Set.of("cash-is-paid", "orders-are-movements", "orders-are-holds"),
                        CANCELLED),
                Crime.of(
                        "money goes back another way than it came",
                        Set.of("cash-is-paid", "orders-are-movements", "orders-are-holds"),
                        CANCELLED,
                        BACK.formatted("'transfer'", "-amount")),
                Crime.of(
                        "money goes back in other parts than it came",
                        Set.of("cash-is-paid", "orders-are-movements", "orders-are-holds"),
                        CANCELLED,
                        BACK.formatted("method", "-500")),
                Crime.of(
                        "a hold is released behind the mall's back",
                        Set.of("orders-are-holds"),
                        "update ledger.account set held = 0 where member_id = (select member_id from mall.redemption"
                                + " where order_id = '{order}')",
                        "update ledger.hold set state = 'released' where hold_id = (select hold_id from mall.redemption"
                                + " where order_id = '{order}')"));
    }

    @BeforeEach
    void anOrderWaits() {
        var sold = ground.reward(10, 500, 5);
        var member = ground.memberWith(100);
        reward = sold.id().toString();
        order = staff.asMachine(() -> redemptions.redeem(
                        new Redeem(member, sold.id(), 2, null, null, MallGround.paid(ground.store(), 1_000)),
                        "crime|" + reward))
                .redemption()
                .id()
                .toString();
    }

    @ParameterizedTest
    @MethodSource("crimes")
    void the_proof_names_the_laws_that_a_crime_broke(Crime crime) {
        var seen = crime.seen(
                transaction,
                sql,
                text -> text.replace("{reward}", reward).replace("{order}", order),
                () -> staff.asMachine(ledger::prove));
        assertThat(seen.keySet())
                .isEqualTo(crime.broken().stream().map("mall."::concat).collect(Collectors.toSet()));
        assertThat(seen.values()).allMatch(said -> said.contains(reward) || said.contains(order));
        assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
    }
}
