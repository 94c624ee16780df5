package org.guildhall.checkout;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.guildhall.access.UnitKind;
import org.guildhall.checkout.CheckoutPolicy.MoneyBack;
import org.guildhall.checkout.CheckoutPolicy.TierAndBenefit;
import org.guildhall.checkout.CommitCheckout.Tender;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.UnitId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.CauseKey;
import org.guildhall.ledger.Ledger;
import org.guildhall.ledger.Movement;
import org.guildhall.ledger.Posting;
import org.guildhall.loyalty.GrantTier;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.members.MemberKind;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.Members;
import org.guildhall.members.RegisterMember;
import org.guildhall.policies.FoundingPolicies;
import org.guildhall.prepaid.PaymentMethod;
import org.guildhall.prepaid.StoredValue;
import org.guildhall.prepaid.TopUp;
import org.guildhall.testing.TestStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A store, members with points and stored value, and short words for acts, for the tests of the counter. */
@TestComponent
final class CheckoutGround {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final TestStaff staff;
    private final Members members;
    private final Books books;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private @Nullable UnitId store;

    CheckoutGround(TestStaff staff, Members members, Books books, TransactionTemplate transaction, JsonMapper json) {
        this.staff = staff;
        this.members = members;
        this.books = books;
        this.transaction = transaction;
        this.json = json;
    }

    /** Where value is kept, and the rules. */
    @TestComponent
    record Books(
            Ledger ledger, Loyalty loyalty, StoredValue storedValue, Checkouts checkouts, FoundingPolicies policies) {}

    /** Gold 10 % and silver 5 % off but for tobacco; 100 points one yuan, hundreds, half a basket. */
    static CheckoutPolicy rules(MoneyBack back) {
        return rules(back, TierAndBenefit.BOTH);
    }

    static CheckoutPolicy rules(MoneyBack back, TierAndBenefit tierAndBenefit) {
        var built = CheckoutPolicy.DEFAULT;
        return new CheckoutPolicy(
                built.order(),
                List.of(
                        new CheckoutPolicy.TierDiscount("gold", BigDecimal.TEN),
                        new CheckoutPolicy.TierDiscount("silver", BigDecimal.valueOf(5))),
                List.of("烟"),
                tierAndBenefit,
                built.rounding(),
                built.points(),
                back,
                built.mostPerSale());
    }

    /** Puts rules in force from a day on. */
    void establish(CheckoutPolicy policy, LocalDate from) {
        Map<String, Object> body = json.convertValue(policy, new TypeReference<>() {});
        staff.asMachine(() -> transaction.execute(status -> {
            books.policies.establish("checkout.rules", body, from, "test");
            return from;
        }));
    }

    UnitId store() {
        if (store == null) {
            store = staff.open(UnitKind.STORE, staff.company());
        }
        return store;
    }

    /** A member of the store with so many points, in lots that expire in the order given. */
    MemberId member(long... points) {
        var number = COUNT.incrementAndGet();
        var profile = new MemberProfile("柜台" + number, null, null, null, null, null, null, null, null, null, null);
        var member = staff.asMachine(() -> members.register(new RegisterMember(
                        MemberKind.PERSON, null, profile, null, null, store(), null, null, null, null))
                .member()
                .id());
        for (int i = 0; i < points.length; i++) {
            grant(member, points[i], staff.today().plusMonths(i + 1L));
        }
        return member;
    }

    void grant(MemberId member, long points, LocalDate expires) {
        var posting = new Posting(
                CauseKey.of("ground|" + UUID.randomUUID()),
                member,
                "adjustment",
                Instant.parse("2026-01-05T02:00:00Z"),
                "test",
                UUID.randomUUID(),
                List.of(new Movement.Grant(Asset.POINTS, points, expires)),
                null,
                0);
        staff.asMachine(() -> transaction.execute(status -> books.ledger.post(List.of(posting))));
    }

    MemberId gold(long... points) {
        var member = member(points);
        staff.asMachine(() ->
                books.loyalty.grantTier(new GrantTier(member, "gold", null, "test"), java.util.UUID.randomUUID()));
        return member;
    }

    void topUp(MemberId member, long fen) {
        staff.asMachine(() -> books.storedValue.topUp(
                new TopUp(member, Money.cny(fen), PaymentMethod.CASH, null, null), "top-up|" + UUID.randomUUID()));
    }

    static Basket.Line line(String product, String category, long pieces, long fen) {
        return new Basket.Line(product, category, pieces * 1000, Money.cny(fen));
    }

    Basket basket(@Nullable MemberId member, long points, long stored, Basket.Line... lines) {
        return new Basket(member, store(), List.of(lines), points, Money.cny(stored), List.of(), null);
    }

    /** The same basket, a benefit with a quota asked for. */
    static Basket with(Basket of, @Nullable String benefit) {
        return new Basket(of.member(), of.store(), of.lines(), of.points(), of.stored(), of.coupons(), benefit);
    }

    Quote quote(Basket basket) {
        return staff.asMachine(() -> books.checkouts.quote(basket));
    }

    /** At the price of a quote, the rest by card and cash, half each. */
    static CommitCheckout at(Quote quote, Basket basket) {
        var payments = new ArrayList<Tender>();
        long due = quote.due().minor();
        if (due / 2 > 0) {
            payments.add(new Tender(PaymentMethod.CARD, Money.cny(due / 2), "POS-1"));
        }
        if (due - due / 2 > 0) {
            payments.add(new Tender(PaymentMethod.CASH, Money.cny(due - due / 2), null));
        }
        return new CommitCheckout(basket, quote.expected(), payments);
    }

    CheckoutView sell(Basket basket) {
        var quote = quote(basket);
        return staff.asMachine(() -> books.checkouts.commit(at(quote, basket), "sell|" + UUID.randomUUID()));
    }

    /** Takes so many thousandths of a line back. */
    CheckoutView giveBack(CheckoutView sold, ReturnParts.Part... parts) {
        var command = ReturnParts.of(store(), List.of(parts), "不合适");
        return staff.asMachine(
                () -> books.checkouts.giveBack(sold.checkout().id(), command, "back|" + UUID.randomUUID()));
    }

    long points(MemberId member) {
        return staff.asMachine(() -> books.ledger.balances(member)).of(Asset.POINTS);
    }

    /** The lots of points, first to expire first. */
    List<Long> lots(MemberId member) {
        return staff.asMachine(() -> books.ledger.lots(member, Asset.POINTS)).stream()
                .map(lot -> lot.amount())
                .toList();
    }

    /** Principal and bonus in fen. */
    long stored(MemberId member) {
        var balances = staff.asMachine(() -> books.ledger.balances(member));
        return balances.of(Asset.PRINCIPAL) + balances.of(Asset.BONUS);
    }

    /** Why it was refused, or "done". */
    String outcome(Supplier<?> work) {
        try {
            staff.asMachine(work);
            return "done";
        } catch (Refusal refusal) {
            return refusal.reason().code();
        }
    }
}
