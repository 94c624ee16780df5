package org.guildhall.mall.redeeming;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guildhall.access.AuditEntry;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Hold;
import org.guildhall.ledger.LedgerRefusal;
import org.guildhall.ledger.Placement;
import org.guildhall.mall.MallRefusal;
import org.guildhall.mall.Redeem;
import org.guildhall.mall.RedemptionPolicy;
import org.guildhall.mall.RewardDetails;
import org.guildhall.mall.RewardView;
import org.guildhall.policies.InForce;
import org.junit.jupiter.api.Test;

/** Two members want the last piece in the same group: it is decided here, not by the database that would refuse them both. */
class GroupTest {

    private static final UUID REWARD = new UUID(0, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

    private final Order first = order(1);
    private final Order second = order(2);
    private final Group group = group(first, second);

    @Test
    void the_first_has_it_and_the_second_is_told_that_none_is_left() {
        var wave = group.wave();
        assertThat(wave).extracting(Group.Wished::order).containsExactly(first);
        group.held(wave, List.of(held(first)));
        assertThat(group.wave()).isEmpty();
        group.placed(group.accepted.getFirst(), NOW, "1234");

        var outcomes = group.outcomes(List.of(first, second));

        assertThat(outcomes.getFirst()).isInstanceOf(Outcome.Placed.class);
        assertThat(outcomes.getLast())
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).isInstanceOf(MallRefusal.SoldOut.class));
    }

    @Test
    void the_second_has_it_when_the_first_cannot_pay() {
        var tooPoor = new Placement.Refused(new LedgerRefusal.InsufficientBalance(Asset.POINTS, 0, 100));
        group.held(group.wave(), List.of(tooPoor));

        var wave = group.wave();

        assertThat(wave).extracting(Group.Wished::order).containsExactly(second);
        group.held(wave, List.of(held(second)));
        assertThat(group.wave()).isEmpty();
        assertThat(group.accepted).hasSize(1);
    }

    private static Group group(Order... orders) {
        var details = new RewardDetails(
                "CUP-1", RewardView.Kind.GOODS, "杯", null, null, null, 100, null, null, null, null, null, null);
        var offer = new RedemptionRules.OnOffer(details, RewardView.State.ON_SALE, 1);
        var known = new Group.Known(Map.of(), Map.of(REWARD, offer), Map.of(), Map.of(), Map.of());
        return new Group(
                List.of(orders),
                known,
                new InForce<>("mall.redemption", RedemptionPolicy.DEFAULT, 0, TODAY, "4.7"),
                TODAY);
    }

    private static Order order(int number) {
        var id = new UUID(1, number);
        var asked = Redeem.forPoints(new MemberId(new UUID(2, number)), REWARD, 1, null);
        return new Order(
                id, asked, new Actor.Machine("test"), id, AuditEntry.of("mall.redeemed", "redemption", id), false);
    }

    private static Placement held(Order order) {
        return new Placement.Placed(
                new Hold(
                        order.id(),
                        order.asked().member(),
                        Asset.POINTS,
                        100,
                        Hold.State.OPEN,
                        NOW,
                        NOW.plusSeconds(60)),
                false);
    }
}
