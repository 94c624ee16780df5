package org.guildhall.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.guildhall.access.Access;
import org.guildhall.access.Organisation;
import org.guildhall.access.StaffDirectory;
import org.guildhall.demo.people.Dice;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.UnitId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Ledger;
import org.guildhall.mall.EndRedemption;
import org.guildhall.mall.FoundingRedemptions;
import org.guildhall.mall.PickUp;
import org.guildhall.mall.Redeem;
import org.guildhall.mall.Redeemed;
import org.guildhall.mall.Redemptions;
import org.guildhall.mall.RewardView;
import org.guildhall.members.Members;
import org.guildhall.prepaid.PaymentMethod;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What members redeemed in the last two weeks: some of it waits, most was picked up, some was cancelled, forgotten or brought
 * back. Each order is placed and ended by itself, through the mall.
 */
@Component
class Gifts {

    private static final int CANDIDATES = 400;
    private static final int ORDERS = 72;
    private static final int DAYS = 13;
    private static final int LATELY = 6;
    private static final PaymentMethod[] METHODS = PaymentMethod.values();

    private final Mall mall;
    private final Members members;
    private final Ledger ledger;
    private final Desk desk;
    private final BusinessTime time;

    Gifts(Mall mall, Members members, Ledger ledger, Desk desk, BusinessTime time) {
        this.mall = mall;
        this.members = members;
        this.ledger = ledger;
        this.desk = desk;
        this.time = time;
    }

    /** The mall's façades. */
    @Component
    record Mall(FoundingRedemptions founding, Redemptions redemptions) {}

    /** Who stands behind the counters. */
    @Component
    record Desk(Organisation organisation, StaffDirectory staff, Access access) {}

    /** What becomes of an order. */
    private enum Ending {
        WAITS,
        HANDED_OUT,
        CANCELLED,
        BROUGHT_BACK
    }

    private static final List<Ending> ENDINGS = List.of(
            Ending.HANDED_OUT,
            Ending.WAITS,
            Ending.HANDED_OUT,
            Ending.BROUGHT_BACK,
            Ending.WAITS,
            Ending.CANCELLED,
            Ending.HANDED_OUT,
            Ending.WAITS);

    /** A member who can afford something. */
    private record Buyer(MemberId member, int store, int index, Ending ending) {}

    /** Places and ends the orders; told again, it changes nothing. */
    void redeem(DemoStory story, List<RewardView> rewards) {
        var cast = Cast.of(desk.organisation, desk.staff);
        var dearest = rewards.getLast().details().points();
        for (var buyer : buyers(story, dearest)) {
            var dice = Dice.of(story.seed(), "gifts", buyer.index);
            var reward = rewards.get(dice.between(0, rewards.size() - 1));
            var store = cast.stores().get(buyer.store);
            if (reward.details().at(store) && reward.stock().available() > 0) {
                order(story, cast, buyer, dice, reward);
            }
        }
        mall.redemptions.giveUpOverdue();
    }

    private void order(DemoStory story, Cast cast, Buyer buyer, Dice dice, RewardView reward) {
        var store = cast.stores().get(buyer.store);
        var day = story.today().minusDays(dice.between(1, buyer.ending == Ending.WAITS ? DAYS : LATELY));
        var at = day.atTime(dice.between(10, 20), dice.between(0, 59))
                .atZone(time.zone())
                .toInstant();
        var command = new Redeem(buyer.member, reward.id(), 1, store, null, payment(reward, store, dice));
        var placed = placed(command, "demo|gift|" + buyer.index, at);
        if (placed != null && !placed.replayed()) {
            end(cast, buyer, placed);
        }
    }

    private static Redeem.@Nullable Payment payment(RewardView reward, UnitId store, Dice dice) {
        var cash = reward.details().cash();
        var method = METHODS[dice.between(0, METHODS.length - 1)];
        return cash == null ? null : new Redeem.Payment(store, List.of(new Redeem.Tender(method, cash, null)));
    }

    /** The story tells only what could happen: nothing where pieces or the points of that day did not suffice. */
    private @Nullable Redeemed placed(Redeem command, String key, Instant at) {
        try {
            return mall.founding.place(command, key, at);
        } catch (Refusal refusal) {
            return null;
        }
    }

    /** What became of it; what waits for more than a week is forgotten. */
    private void end(Cast cast, Buyer buyer, Redeemed placed) {
        var order = placed.redemption().id();
        switch (buyer.ending) {
            case WAITS -> {}
            case CANCELLED -> mall.redemptions.cancel(order, new EndRedemption("会员来电取消"), "demo|cancel|" + order);
            case HANDED_OUT -> handOut(cast, buyer, placed);
            case BROUGHT_BACK -> {
                handOut(cast, buyer, placed);
                mall.redemptions.takeBack(order, new EndRedemption("包装破损，会员退回"), "demo|back|" + order);
            }
        }
    }

    private void handOut(Cast cast, Buyer buyer, Redeemed placed) {
        var cashier = new Actor.Staff(cast.cashiers().get(buyer.store), "店员");
        var shown =
                new PickUp(Objects.requireNonNull(placed.code()), cast.stores().get(buyer.store));
        desk.access.runAs(cashier, () -> {
            mall.redemptions.handOut(shown, "demo|hand|" + placed.redemption().id());
        });
    }

    /** Members of the first chapters who own well more than the dearest reward costs, so that few orders are refused. */
    private List<Buyer> buyers(DemoStory story, long dearest) {
        int count = Math.min(CANDIDATES, story.members());
        var sketches = new Sketchbook(story).members(0, count);
        var ids =
                members.findByNumber(sketches.stream().map(MemberSketch::number).toList());
        var balances = ledger.balances(ids.values(), Asset.POINTS);
        var buyers = new ArrayList<Buyer>();
        for (int i : IntStream.range(0, count).toArray()) {
            var id = ids.get(sketches.get(i).number());
            boolean recent = sketches.get(i).joinedOn().isAfter(story.today().minusMonths(2));
            if (id != null && !recent && balances.getOrDefault(id, 0L) > dearest && buyers.size() < ORDERS) {
                var ending = ENDINGS.get(buyers.size() % ENDINGS.size());
                buyers.add(new Buyer(id, sketches.get(i).store(), i, ending));
            }
        }
        return buyers;
    }
}
