package org.guildhall.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.guildhall.access.Organisation;
import org.guildhall.access.StaffDirectory;
import org.guildhall.demo.people.Dice;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.guildhall.members.Members;
import org.guildhall.prepaid.Because;
import org.guildhall.prepaid.FoundingStoredValue;
import org.guildhall.prepaid.GiveBack;
import org.guildhall.prepaid.Pay;
import org.guildhall.prepaid.PaymentMethod;
import org.guildhall.prepaid.QuoteRefund;
import org.guildhall.prepaid.Refund;
import org.guildhall.prepaid.RefundGround;
import org.guildhall.prepaid.StoredValue;
import org.guildhall.prepaid.TopUp;
import org.guildhall.prepaid.Transfer;
import org.springframework.stereotype.Component;

/**
 * What some members paid in during the last weeks and did with it: most pay, one was refunded, one is frozen, one gave some
 * away, and one is at the till, whose payment goes back if nobody finishes it.
 */
@Component
class Wallets {

    private static final int CANDIDATES = 120;
    private static final int WALLETS = 18;
    private static final int REFUNDED = 4;
    private static final int RETURNED = 6;
    private static final int FROZEN = 9;
    private static final int GIVING = 12;
    private static final int AT_THE_TILL = 14;
    private static final long[] YUAN = {500, 1_000, 2_000, 3_000};
    private static final PaymentMethod[] METHODS = PaymentMethod.values();

    private final FoundingStoredValue storedValue;
    private final Members members;
    private final Organisation organisation;
    private final StaffDirectory staff;
    private final BusinessTime time;

    Wallets(
            FoundingStoredValue storedValue,
            Members members,
            Organisation organisation,
            StaffDirectory staff,
            BusinessTime time) {
        this.storedValue = storedValue;
        this.members = members;
        this.organisation = organisation;
        this.staff = staff;
        this.time = time;
    }

    /** A member with a wallet: the number of the story, and the store they go to. */
    private record Holder(int index, MemberId member, UnitId store) {}

    /** Tells all of it; told again, it changes nothing. */
    void fill(DemoStory story) {
        var holders = holders(story);
        for (int i = 0; i < holders.size(); i++) {
            var holder = holders.get(i);
            var dice = Dice.of(story.seed(), "wallets", holder.index);
            var amount = Money.cny(YUAN[dice.between(0, YUAN.length - 1)] * 100);
            int day = dice.between(20, 45);
            boolean returned = i == RETURNED;
            var method = METHODS[dice.between(0, METHODS.length - 1)];
            storedValue.asOf(
                    at(story, day, 11),
                    then -> then.topUp(
                            new TopUp(holder.member, amount, method, holder.store, null),
                            "demo|top-up|" + holder.index));
            storedValue.asOf(at(story, day - 6, 15), then -> spend(then, holder, dice, returned));
            special(story, holders, i);
        }
    }

    private static boolean spend(StoredValue then, Holder holder, Dice dice, boolean returned) {
        var price = Money.cny(dice.between(60, 380) * 100L);
        var pay = new Pay(holder.member, price, null, false, holder.store, "R" + (10_000 + holder.index));
        var paid = then.pay(pay, "demo|pay|" + holder.index);
        if (returned) {
            then.giveBack(paid.id(), new GiveBack(Money.cny(3_000), "退一盒，未拆封", null), "demo|give-back|" + holder.index);
        }
        return returned;
    }

    private void special(DemoStory story, List<Holder> holders, int i) {
        var holder = holders.get(i);
        switch (i) {
            case REFUNDED -> storedValue.asOf(at(story, 9, 16), then -> refund(then, holder));
            case FROZEN ->
                storedValue.asOf(
                        at(story, 3, 10),
                        then -> then.freeze(holder.member, new Because("会员来电报失手机"), "demo|freeze|" + holder.index));
            case GIVING ->
                storedValue.asOf(
                        at(story, 5, 14),
                        then -> then.transfer(
                                holder.member,
                                new Transfer(holders.getFirst().member, Money.cny(10_000), "转给母亲"),
                                "demo|transfer|" + holder.index));
            case AT_THE_TILL ->
                storedValue.asOf(
                        time.now(),
                        then -> then.lock(
                                new Pay(holder.member, Money.cny(5_000), null, false, holder.store, null),
                                "demo|lock|" + holder.index));
            default -> {}
        }
    }

    /** What is refunded already has nothing left. */
    private static boolean refund(StoredValue then, Holder holder) {
        boolean left = !then.account(holder.member).topUps().isEmpty();
        if (left) {
            var asked = new QuoteRefund(null, RefundGround.MERCHANT, false);
            var due = then.quote(holder.member, asked).refund();
            var command = new Refund(asked, due, PaymentMethod.TRANSFER, holder.store, "常去的柜台停业");
            then.refund(holder.member, command, "demo|refund|" + holder.index);
        }
        return left;
    }

    private Instant at(DemoStory story, int daysAgo, int hour) {
        return story.today()
                .minusDays(daysAgo)
                .atTime(hour, 20)
                .atZone(time.zone())
                .toInstant();
    }

    /** Members of the first chapters whose identity is known, so that their accounts are named ones. */
    private List<Holder> holders(DemoStory story) {
        var cast = Cast.of(organisation, staff);
        int count = Math.min(CANDIDATES, story.members());
        var sketches = new Sketchbook(story).members(0, count);
        var ids =
                members.findByNumber(sketches.stream().map(MemberSketch::number).toList());
        var facts = members.facts(ids.values());
        var holders = new ArrayList<Holder>();
        for (int i : IntStream.range(0, count).toArray()) {
            var id = ids.get(sketches.get(i).number());
            var known = id == null ? null : facts.get(id);
            boolean early = sketches.get(i).joinedOn().isBefore(story.today().minusMonths(2));
            if (id != null && known != null && known.identified() && early && holders.size() < WALLETS) {
                holders.add(new Holder(i, id, cast.stores().get(sketches.get(i).store())));
            }
        }
        return holders;
    }
}
