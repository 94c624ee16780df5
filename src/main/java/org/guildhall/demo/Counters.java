package org.guildhall.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.guildhall.access.Organisation;
import org.guildhall.access.StaffDirectory;
import org.guildhall.checkout.Basket;
import org.guildhall.checkout.CheckoutView;
import org.guildhall.checkout.Checkouts;
import org.guildhall.checkout.CommitCheckout;
import org.guildhall.checkout.FoundingCheckouts;
import org.guildhall.checkout.ReturnParts;
import org.guildhall.demo.people.Dice;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.UnitId;
import org.guildhall.members.Members;
import org.guildhall.prepaid.PaymentMethod;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What was sold over the counters during the last three weeks: to members with points and stored value, and to people nobody
 * knows; some of it came back, in part or whole.
 */
@Component
class Counters {

    private static final int CANDIDATES = 120;
    private static final int SALES = 48;
    private static final int DAYS = 20;
    private static final int LATELY = 2;
    private static final int NOBODY = 6;
    private static final int RETURNED = 7;
    private static final int SHOWING = 4;
    private static final Duration LATER = Duration.ofHours(2);
    private static final PaymentMethod[] METHODS = PaymentMethod.values();
    private static final List<Ware> WARES = List.of(
            new Ware("明前龙井", "茶酒滋补", 38_800),
            new Ware("丝巾", "服饰鞋包", 25_900),
            new Ware("坚果礼盒", "食品生鲜", 16_800),
            new Ware("保温杯", "家居日用", 11_900),
            new Ware("护手霜", "美妆护肤", 4_900),
            new Ware("瑜伽垫", "运动户外", 15_900));

    private final Shop shop;
    private final Members members;
    private final Organisation organisation;
    private final StaffDirectory staff;
    private final BusinessTime time;

    Counters(Shop shop, Members members, Organisation organisation, StaffDirectory staff, BusinessTime time) {
        this.shop = shop;
        this.members = members;
        this.organisation = organisation;
        this.staff = staff;
        this.time = time;
    }

    /** Where things are sold, and the coupons that are shown there. */
    @Component
    record Shop(FoundingCheckouts checkouts, Vouchers vouchers) {}

    /** Something on the shelf. */
    private record Ware(String product, String category, long fen) {

        Basket.Line line(long pieces) {
            return new Basket.Line(product, category, pieces * 1_000, Money.cny(fen * pieces));
        }
    }

    /** Who buys, and at which store. */
    private record Buyer(@Nullable MemberId member, UnitId store) {}

    /** Tells all of it; told again, it changes nothing. */
    void sell(DemoStory story) {
        var buyers = buyers(story);
        var known = buyers.stream().map(Buyer::member).filter(Objects::nonNull).toList();
        var codes = known.isEmpty()
                ? Map.<MemberId, List<String>>of()
                : shop.vouchers.give(story, known.subList(0, Math.min(SALES, known.size())), buyers.getFirst().store);
        for (int i = 0; i < Math.min(SALES, buyers.size()); i++) {
            var dice = Dice.of(story.seed(), "counters", i);
            var buyer = i % NOBODY == 0 ? new Buyer(null, buyers.get(i).store) : buyers.get(i);
            var shown = buyer.member == null || i % SHOWING == 0
                    ? List.<String>of()
                    : codes.getOrDefault(buyer.member, List.of());
            var basket = basket(buyer, shown, dice);
            // Stored value is told of in the order in which it moved, and its own story ends three days ago.
            boolean stored = basket.stored() != null && basket.stored().minor() > 0;
            var at = at(story, dice.between(1, stored ? LATELY : DAYS), dice.between(10, 20));
            var key = "demo|checkout|" + i;
            var method = METHODS[dice.between(0, METHODS.length - 1)];
            var sold = shop.checkouts.asOf(at, then -> sold(then, basket, method, key));
            if (i % RETURNED == 1 && sold.isPresent()) {
                shop.checkouts.asOf(at.plus(LATER), then -> back(then, sold.get(), key));
            }
        }
    }

    /** The story tells only what could happen: nothing where the points of that day did not suffice. */
    private static Optional<CheckoutView> sold(Checkouts then, Basket basket, PaymentMethod method, String key) {
        try {
            var quote = then.quote(basket);
            var payments = quote.due().minor() == 0
                    ? List.<CommitCheckout.Tender>of()
                    : List.of(new CommitCheckout.Tender(method, quote.due(), null));
            return Optional.of(then.commit(new CommitCheckout(basket, quote.expected(), payments), key));
        } catch (Refusal refusal) {
            return Optional.empty();
        }
    }

    /** One piece of the first line comes back, two hours later. */
    private static CheckoutView back(Checkouts then, CheckoutView sold, String key) {
        var part = new ReturnParts.Part(1, 1_000);
        var command = ReturnParts.of(sold.checkout().store(), List.of(part), "尺寸不合适");
        return then.giveBack(sold.checkout().id(), command, key + "|back");
    }

    private static Basket basket(Buyer buyer, List<String> shown, Dice dice) {
        var lines = new ArrayList<Basket.Line>();
        int first = dice.between(0, WARES.size() - 1);
        lines.add(WARES.get(first).line(dice.between(1, 3)));
        if (dice.between(0, 1) == 1) {
            lines.add(WARES.get((first + 1) % WARES.size()).line(1));
        }
        Long points = dice.between(0, 1) == 1 ? Long.valueOf(dice.between(1, 20) * 100L) : null;
        return new Basket(
                buyer.member,
                buyer.store,
                lines,
                points,
                Money.cny(dice.between(0, 2) * 5_000L),
                shown,
                benefit(lines));
    }

    /** Whoever buys something for the home asks for its day; most are told why not. */
    private static @Nullable String benefit(List<Basket.Line> lines) {
        return lines.stream().anyMatch(line -> "家居日用".equals(line.category())) ? "home-day" : null;
    }

    private Instant at(DemoStory story, int daysAgo, int hour) {
        return story.today()
                .minusDays(daysAgo)
                .atTime(hour, 40)
                .atZone(time.zone())
                .toInstant();
    }

    private List<Buyer> buyers(DemoStory story) {
        var cast = Cast.of(organisation, staff);
        int count = Math.min(CANDIDATES, story.members());
        var sketches = new Sketchbook(story).members(0, count);
        var ids =
                members.findByNumber(sketches.stream().map(MemberSketch::number).toList());
        var buyers = new ArrayList<Buyer>();
        for (int i : IntStream.range(0, count).toArray()) {
            var id = ids.get(sketches.get(i).number());
            if (id != null && sketches.get(i).joinedOn().isBefore(story.today().minusMonths(2))) {
                buyers.add(new Buyer(id, cast.stores().get(sketches.get(i).store())));
            }
        }
        return buyers;
    }
}
