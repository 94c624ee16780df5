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
                        "a hold is released behind the mall's back",
                        Set.of("orders-are-holds"),
                        "update ledger.account set held = 0 where member_id = (select member_id from mall.redemption"
                                + " where order_id = '{order}')",
                        "update ledger.hold set state = 'released' where hold_id = (select hold_id from mall.redemption"
                                + " where order_id = '{order}')"));
    }

    @BeforeEach
    void anOrderWaits() {
        var sold = ground.reward(10, 5);
        var member = ground.memberWith(100);
        reward = sold.id().toString();
        order = staff.asMachine(() -> redemptions.redeem(new Redeem(member, sold.id(), 2, null), "crime|" + reward))
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
