package org.guildhall.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.guildhall.cashback.CashbackGround;
import org.guildhall.checkout.CheckoutPolicy.MoneyBack;
import org.guildhall.checkout.CommitCheckout.Tender;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.Ledger;
import org.guildhall.prepaid.PaymentMethod;
import org.guildhall.testing.Crime;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** Cashback pays for what is due, and each part that comes back gives exactly its share of it back, in the stated order. */
@GuildhallTest
@Import({
    CheckoutGround.class,
    CheckoutGround.Books.class,
    CashbackGround.class,
    CashbackGround.Desks.class,
    CashbackGround.Rules.class
})
class CashbackAtTheCounterTest {

    private static final int ROUNDS = 6;

    @Autowired
    TestStaff staff;

    @Autowired
    CheckoutGround ground;

    @Autowired
    CashbackGround cashback;

    @Autowired
    Checkouts checkouts;

    @Autowired
    Ledger ledger;

    @Autowired
    DSLContext sql;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    @AfterEach
    void theRulesAreAsBefore() {
        ground.establish(CheckoutGround.rules(MoneyBack.IN_PROPORTION), staff.today());
    }

    /** A member with 30 yuan of cashback. */
    private MemberId buyer() {
        var member = cashback.member();
        cashback.buy(member, cashback.ago(9), CashbackGround.line("cb-tea", 150_000));
        cashback.settle();
        assertThat(cashback.balance(member)).isEqualTo(3_000);
        return member;
    }

    private Basket basket(MemberId member, long stored, long wanted, Basket.Line... lines) {
        return new Basket(
                member, ground.store(), List.of(lines), null, Money.cny(stored), null, null, Money.cny(wanted));
    }

    private CheckoutView sell(Basket basket) {
        var quote = ground.quote(basket);
        long payable = quote.payable().minor();
        var payments = payable < 2
                ? List.of(new Tender(PaymentMethod.CASH, Money.cny(payable), null))
                : List.of(
                        new Tender(PaymentMethod.CARD, Money.cny(payable / 2), "POS-1"),
                        new Tender(PaymentMethod.CASH, Money.cny(payable - payable / 2), null));
        var command = new CommitCheckout(basket, quote.expected(), payable == 0 ? List.of() : payments);
        return staff.asMachine(() -> checkouts.commit(command, "sell|" + UUID.randomUUID()));
    }

    @Test
    void a_quote_tells_how_much_of_what_is_due_cashback_pays_and_nothing_more_is_taken() {
        var member = buyer();
        var some = ground.quote(basket(member, 0, 1_250, CheckoutGround.line("烟丝", "烟", 1, 5_000)));
        assertThat(some.due()).isEqualTo(Money.cny(5_000));
        assertThat(some.cashback()).isEqualTo(Money.cny(1_250));
        assertThat(some.mostCashback()).isEqualTo(Money.cny(3_000));
        assertThat(some.payable()).isEqualTo(Money.cny(3_750));
        var whole = basket(member, 0, 9_000, CheckoutGround.line("烟丝", "烟", 1, 2_000));
        assertThat(ground.quote(whole).payable()).isEqualTo(Money.cny(0));
        var sold = sell(whole);
        assertThat(sold.cashback()).isEqualTo(Money.cny(2_000));
        assertThat(sold.payments()).isEmpty();
        assertThat(cashback.balance(member)).isEqualTo(1_000);
        var nobody = new Basket(
                null,
                ground.store(),
                List.of(CheckoutGround.line("烟丝", "烟", 1, 2_000)),
                null,
                null,
                null,
                null,
                Money.cny(100));
        assertThat(ground.quote(nobody).cashback()).isEqualTo(Money.cny(0));
    }

    @Test
    void who_has_less_by_the_time_of_paying_is_told_what_is_to_be_paid() {
        var member = buyer();
        var basket = basket(member, 0, 3_000, CheckoutGround.line("烟丝", "烟", 1, 5_000));
        var quote = ground.quote(basket);
        cashback.use(member, 1);
        var command = new CommitCheckout(
                basket, quote.expected(), List.of(new Tender(PaymentMethod.CASH, quote.payable(), null)));
        assertThat(ground.outcome(() -> checkouts.commit(command, "sell|" + UUID.randomUUID())))
                .isEqualTo("checkout.payments-differ");
        assertThat(cashback.balance(member)).isEqualTo(2_999);
    }

    @Test
    void it_goes_back_with_the_goods_alone_not_by_hand() {
        var member = buyer();
        var sold = sell(basket(member, 0, 1_000, CheckoutGround.line("烟丝", "烟", 3, 5_000)));
        var lead = staff.logIn("lead");
        var use = lead.get("/api/cashback/uses?member=" + member)
                .json()
                .path("items")
                .path(0);
        assertThat(use.path("checkout").asString())
                .isEqualTo(sold.checkout().id().toString());
        assertThat(lead.post(
                                "/api/cashback/uses/" + use.path("id").asString() + "/take-back",
                                Map.of("reason", "误操作"),
                                "t-" + member)
                        .code())
                .isEqualTo("cashback.use-of-a-checkout");
        var back = ground.giveBack(sold, new ReturnParts.Part(1, 1_000));
        assertThat(back.returns().getFirst().cashback()).isEqualTo(Money.cny(334));
        assertThat(cashback.balance(member)).isEqualTo(2_334);
        assertThat(lead.get("/api/cashback/uses?member=" + member)
                        .json()
                        .path("items")
                        .path(0)
                        .path("givenBack")
                        .path("minor")
                        .asLong())
                .isEqualTo(334);
        assertThat(lead.get("/api/members/" + member + "/timeline").text()).contains("cashback.use-given-back");
        proven();
    }

    @Test
    void whatever_parts_come_back_in_whatever_order_every_fen_ends_where_it_came_from() {
        int seed = 9_000;
        for (var rule : MoneyBack.values()) {
            ground.establish(CheckoutGround.rules(rule), staff.today());
            for (int round = 0; round < ROUNDS; round++) {
                tell(new Random(seed++), rule);
            }
        }
        proven();
    }

    @Test
    void the_proof_sees_what_was_not_paid_with_cashback() {
        var sold = sell(basket(buyer(), 0, 1_000, CheckoutGround.line("烟丝", "烟", 3, 5_000)));
        var crime = Crime.of(
                "cashback is booked as if more had been paid",
                Set.of("checkout.cashback-is-paid", "checkout.adds-up"),
                "alter table checkout.sale disable trigger all",
                "update checkout.sale set cashback = cashback + 1, tendered = tendered - 1 where checkout_id = '{checkout}'");
        var seen = crime.seen(
                transaction,
                sql,
                text -> text.replace("{checkout}", sold.checkout().id().toString()),
                () -> staff.asMachine(ledger::prove));
        assertThat(seen.keySet()).isEqualTo(crime.broken());
    }

    private void tell(Random random, MoneyBack rule) {
        var member = buyer();
        long stored = random.nextInt(3_000);
        if (stored > 0) {
            ground.topUp(member, 10_000);
        }
        var sold = sell(basket(
                member,
                stored,
                1 + random.nextInt(3_500),
                CheckoutGround.line("烟丝", "烟", 1 + random.nextInt(5), 1 + random.nextInt(9_000)),
                CheckoutGround.line("烟斗", "烟", 1 + random.nextInt(5), 1 + random.nextInt(9_000))));
        long paid = sold.cashback().minor();
        assertThat(cashback.balance(member)).isEqualTo(3_000 - paid);
        long back = 0;
        long storedLeft = sold.stored().minor();
        long moneyLeft =
                sold.payments().stream().mapToLong(one -> one.amount().minor()).sum();
        while (true) {
            var part = part(random, sold);
            if (part == null) {
                break;
            }
            sold = ground.giveBack(sold, part);
            var gone = sold.returns().getLast();
            long some = gone.cashback().minor();
            long ofStored = gone.stored().minor();
            long ofMoney = gone.paid().minor() - some - ofStored;
            back += some;
            storedLeft -= ofStored;
            moneyLeft -= ofMoney;
            assertThat(some).isNotNegative();
            assertThat(back).isLessThanOrEqualTo(paid);
            switch (rule) {
                case STORED_VALUE_FIRST -> {
                    assertThat(some == 0 || storedLeft == 0)
                            .as("after stored value")
                            .isTrue();
                    assertThat(ofMoney == 0 || back == paid)
                            .as("before payments")
                            .isTrue();
                }
                case PAYMENTS_FIRST -> {
                    assertThat(some == 0 || moneyLeft == 0).as("after payments").isTrue();
                    assertThat(ofStored == 0 || back == paid)
                            .as("before stored value")
                            .isTrue();
                }
                case IN_PROPORTION -> {}
            }
            assertThat(cashback.balance(member)).isEqualTo(3_000 - paid + back);
        }
        assertThat(back).as("the parts make the whole").isEqualTo(paid);
        assertThat(storedLeft).isZero();
        assertThat(moneyLeft).isZero();
        assertThat(cashback.balance(member)).isEqualTo(3_000);
    }

    private static ReturnParts.@Nullable Part part(Random random, CheckoutView sold) {
        var left = sold.lines().stream()
                .filter(line -> line.returnedMilli() < line.quantityMilli())
                .toList();
        if (left.isEmpty()) {
            return null;
        }
        var line = left.get(random.nextInt(left.size()));
        long most = line.quantityMilli() - line.returnedMilli();
        return new ReturnParts.Part(line.line(), random.nextInt(3) == 0 ? most : 1 + random.nextLong(most));
    }

    private void proven() {
        assertThat(staff.asMachine(ledger::prove)).allMatch(LawProof::holds);
    }
}
