package org.guildhall.prepaid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.guildhall.kernel.Money;
import org.guildhall.ledger.LawProof;
import org.guildhall.ledger.Ledger;
import org.guildhall.prepaid.PrepaidModel.Stake;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.Histories;
import org.guildhall.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * Whatever happens in whatever order, both pots hold what a plain model says: every act ends as the model expects, every refund
 * is the model's to the fen, and all laws hold at the end.
 */
@GuildhallTest
@Import(PrepaidGround.class)
class StoredValueHistoriesTest {

    private static final int HISTORIES = Integer.getInteger("guildhall.histories", 30);
    private static final int ACTS = 30;

    @Autowired
    TestStaff staff;

    @Autowired
    PrepaidGround ground;

    @Autowired
    StoredValue storedValue;

    @Autowired
    Ledger ledger;

    /** Something that happens to one of two members; {@code which} picks an earlier payment, {@code yuan} an amount. */
    record Act(Kind kind, int who, int which, int yuan) {}

    enum Kind {
        TOP_UP,
        PAY,
        LOCK,
        USE,
        RELEASE,
        GIVE_BACK,
        REFUND_AS_CONSUMER,
        REFUND_AS_MERCHANT,
        TRANSFER,
        UNDO_TOP_UP,
        FREEZE,
        UNFREEZE
    }

    /** A history while it is lived: the model, and what its payments and top-ups are called. */
    private static final class Life {
        private final PrepaidModel model;
        private final List<List<UUID>> payments = List.of(new ArrayList<>(), new ArrayList<>());
        private final List<List<Made>> topUps = List.of(new ArrayList<>(), new ArrayList<>());

        Life(PrepaidModel model) {
            this.model = model;
        }
    }

    private record Made(UUID movement, Stake stake) {}

    @Test
    void both_pots_hold_what_a_plain_model_says_and_the_laws_hold() {
        ground.establish(
                PrepaidGround.generous(PrepaidPolicy.Spending.PRINCIPAL_FIRST),
                staff.today().minusMonths(1));
        Histories.hold(HISTORIES, StoredValueHistoriesTest::make, this::live);
        assertThat(staff.asMachine(ledger::prove))
                .allSatisfy(proof -> assertThat(proof.holds()).as("%s", proof).isTrue())
                .extracting(LawProof::law)
                .contains("prepaid.balances-are-movements", "prepaid.refunds-as-calculated");
    }

    private static List<Act> make(Random random) {
        var acts = new ArrayList<Act>();
        for (int i = 0; i < ACTS; i++) {
            var kinds = Kind.values();
            var kind = random.nextInt(3) == 0 ? kinds[random.nextInt(2)] : kinds[random.nextInt(kinds.length)];
            // Enough comes in to bring a bonus and is moved in small parts, so that refunds meet top-ups both used and
            // transferred.
            int yuan = kind == Kind.TOP_UP ? 700 + random.nextInt(1_500) : 1 + random.nextInt(400);
            acts.add(new Act(kind, random.nextInt(2), random.nextInt(6), yuan));
        }
        return acts;
    }

    private void live(List<Act> acts) {
        var life = new Life(new PrepaidModel(List.of(ground.named(null), ground.named(null))));
        for (var act : acts) {
            step(life, act);
        }
        for (var wallet : life.model.wallets) {
            assertThat(ground.pots(wallet.member)).isEqualTo(wallet.principal() + "+" + wallet.bonus());
        }
    }

    private void step(Life life, Act act) {
        var wallet = life.model.wallets.get(act.who);
        var amount = Money.cny(act.yuan * 100L + act.which);
        boolean expected;
        boolean done;
        switch (act.kind) {
            case TOP_UP -> {
                expected = wallet.topUp(amount.minor());
                var made = ground.unlessRefused(() -> ground.topUp(wallet.member, amount.minor()));
                done = made != null;
                if (made != null && expected) {
                    life.topUps.get(act.who).add(new Made(made.id(), wallet.latest()));
                }
            }
            case PAY, LOCK -> {
                expected = wallet.pay(amount.minor(), act.kind == Kind.LOCK) >= 0;
                var command = new Pay(wallet.member, amount, null, false, null, null);
                var key = ground.key("pay");
                var made = ground.unlessRefused(
                        () -> act.kind == Kind.LOCK ? storedValue.lock(command, key) : storedValue.pay(command, key));
                done = made != null;
                if (made != null) {
                    life.payments.get(act.who).add(made.id());
                }
            }
            case USE, RELEASE, GIVE_BACK -> {
                settle(life, act);
                return;
            }
            case REFUND_AS_CONSUMER, REFUND_AS_MERCHANT -> {
                refund(wallet, act.kind == Kind.REFUND_AS_CONSUMER ? RefundGround.CONSUMER : RefundGround.MERCHANT);
                return;
            }
            case TRANSFER -> {
                var to = life.model.wallets.get(1 - act.who);
                expected = life.model.transfer(wallet, to, amount.minor());
                done = ground.unlessRefused(() -> storedValue.transfer(
                                wallet.member, new Transfer(to.member, amount, "test"), ground.key("transfer")))
                        != null;
            }
            case UNDO_TOP_UP -> {
                undo(life, act);
                return;
            }
            case FREEZE, UNFREEZE -> {
                if (act.kind == Kind.FREEZE && act.which > 0) {
                    return;
                }
                expected = wallet.freeze(act.kind == Kind.FREEZE);
                var because = new Because("test");
                done = ground.unlessRefused(() -> act.kind == Kind.FREEZE
                                ? storedValue.freeze(wallet.member, because, ground.key("freeze"))
                                : storedValue.unfreeze(wallet.member, because, ground.key("unfreeze")))
                        != null;
            }
            default -> throw new IllegalStateException();
        }
        assertThat(done).as("%s", act).isEqualTo(expected);
    }

    private void settle(Life life, Act act) {
        var payments = life.payments.get(act.who);
        if (payments.isEmpty()) {
            return;
        }
        var wallet = life.model.wallets.get(act.who);
        // Locks end soon, as they do in life; one left open keeps every refund away.
        int number = act.kind == Kind.GIVE_BACK ? act.which % payments.size() : payments.size() - 1;
        var id = payments.get(number);
        boolean expected = switch (act.kind) {
            case USE -> wallet.use(number);
            case RELEASE -> wallet.release(number);
            default -> wallet.giveBack(number);
        };
        var key = ground.key("settle");
        var done = ground.unlessRefused(() -> switch (act.kind) {
            case USE -> storedValue.use(id, key);
            case RELEASE -> storedValue.release(id, key);
            default -> storedValue.giveBack(id, new GiveBack(null, "test", null), key);
        });
        assertThat(done != null).as("%s of payment %s", act, number).isEqualTo(expected);
    }

    private void undo(Life life, Act act) {
        var topUps = life.topUps.get(act.who);
        if (topUps.isEmpty()) {
            return;
        }
        var made = topUps.get(act.which % topUps.size());
        boolean expected = life.model.wallets.get(act.who).undo(made.stake);
        var done = ground.unlessRefused(() -> storedValue.undo(made.movement, new Because("test"), ground.key("undo")));
        assertThat(done != null).as("%s", act).isEqualTo(expected);
    }

    private void refund(PrepaidModel.Wallet wallet, RefundGround ground) {
        var asked = new QuoteRefund(null, ground, false);
        var quote = this.ground.unlessRefused(() -> storedValue.quote(wallet.member, asked));
        long expected = wallet.refund(ground);
        assertThat(quote == null ? -1 : quote.refund().minor())
                .as("refund as %s", ground)
                .isEqualTo(expected);
        if (quote != null) {
            var command = new Refund(asked, quote.refund(), PaymentMethod.CASH, null, "test");
            staff.asMachine(() -> storedValue.refund(wallet.member, command, this.ground.key("refund")));
        }
    }
}
