package org.guildhall.coupons;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.guildhall.access.UnitKind;
import org.guildhall.checkout.Basket;
import org.guildhall.checkout.CheckoutView;
import org.guildhall.checkout.Checkouts;
import org.guildhall.checkout.CommitCheckout;
import org.guildhall.checkout.Quote;
import org.guildhall.checkout.ReturnParts;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.UnitId;
import org.guildhall.members.MemberKind;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.Members;
import org.guildhall.members.RegisterMember;
import org.guildhall.prepaid.PaymentMethod;
import org.guildhall.testing.TestStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** A store, members, batches and short words for acts, for the tests of coupons. */
@TestComponent
public final class CouponsGround {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final TestStaff staff;
    private final Members members;
    private final CouponBatches batches;
    private final Coupons coupons;
    private final Checkouts checkouts;
    private @Nullable UnitId store;

    CouponsGround(TestStaff staff, Members members, CouponBatches batches, Coupons coupons, Checkouts checkouts) {
        this.staff = staff;
        this.members = members;
        this.batches = batches;
        this.coupons = coupons;
        this.checkouts = checkouts;
    }

    /** How many there are of a batch, how many one member may have, and how often one may pass on. */
    public record Limits(long quantity, @Nullable Integer perMember, int transfers) {}

    /** Ten yuan off, from twenty on, for ten days. */
    public static BatchDetails details(Limits limits) {
        return details(new Benefit.Cash(Money.cny(1_000), Money.cny(2_000)), new Validity.DaysFromIssue(10), limits);
    }

    public static BatchDetails details(Benefit benefit, Validity validity, Limits limits) {
        return new BatchDetails(
                "B" + COUNT.incrementAndGet(),
                "试用券",
                null,
                benefit,
                validity,
                List.of(),
                List.of(),
                List.of(),
                limits.quantity,
                limits.perMember,
                limits.transfers,
                false,
                0);
    }

    public UnitId store() {
        if (store == null) {
            store = staff.open(UnitKind.STORE, staff.company());
        }
        return store;
    }

    public MemberId member() {
        return member(store());
    }

    /** A member of another store. */
    public MemberId member(UnitId store) {
        var name = "持券" + COUNT.incrementAndGet();
        var profile = new MemberProfile(name, null, null, null, null, null, null, null, null, null, null);
        return staff.asMachine(() -> members.register(
                        new RegisterMember(MemberKind.PERSON, null, profile, null, null, store, null, null, null, null))
                .member()
                .id());
    }

    /** An open batch. */
    public UUID open(BatchDetails details) {
        return staff.asMachine(() -> {
            var batch = batches.enter(details);
            return batches.move(batch.id(), new MoveBatch(BatchView.State.OPEN, 1))
                    .id();
        });
    }

    public IssuedCoupons issue(UUID batch, MemberId... to) {
        var command = new IssueCoupons(batch, List.of(to), List.of(), "试发");
        return staff.asMachine(() -> coupons.issue(command, "issue|" + UUID.randomUUID()));
    }

    public CouponView one(UUID batch, MemberId to) {
        return issue(batch, to).coupons().getFirst();
    }

    public CouponView now(UUID coupon) {
        return staff.asMachine(() -> coupons.get(coupon));
    }

    public BatchView batch(UUID batch) {
        return staff.asMachine(() -> batches.get(batch));
    }

    /** Does something to a coupon under a key of its own. */
    public CouponView act(Function<String, CouponView> act) {
        return staff.asMachine(() -> act.apply("act|" + UUID.randomUUID()));
    }

    /** A basket of some tea at so many fen each, with coupons shown. */
    public Basket basket(MemberId member, List<String> codes, long... fen) {
        var lines = new ArrayList<Basket.Line>();
        for (long one : fen) {
            lines.add(new Basket.Line("龙井", "茶", 2_000, Money.cny(one)));
        }
        return new Basket(member, store(), lines, null, null, codes, null);
    }

    public Quote quote(Basket basket) {
        return staff.asMachine(() -> checkouts.quote(basket));
    }

    public static CommitCheckout at(Quote quote, Basket basket) {
        var payments = quote.due().minor() == 0
                ? List.<CommitCheckout.Tender>of()
                : List.of(new CommitCheckout.Tender(PaymentMethod.CASH, quote.due(), null));
        return new CommitCheckout(basket, quote.expected(), payments);
    }

    public CheckoutView sell(Basket basket) {
        var command = at(quote(basket), basket);
        return staff.asMachine(() -> checkouts.commit(command, "sell|" + UUID.randomUUID()));
    }

    /** Takes so many thousandths of lines back. */
    public CheckoutView giveBack(CheckoutView sold, ReturnParts.Part... parts) {
        var command = ReturnParts.of(store(), List.of(parts), "不合适");
        return staff.asMachine(() -> checkouts.giveBack(sold.checkout().id(), command, "back|" + UUID.randomUUID()));
    }

    /** Why it was refused, or "done". */
    public String outcome(Supplier<?> work) {
        try {
            staff.asMachine(work);
            return "done";
        } catch (Refusal refusal) {
            return refusal.reason().code();
        }
    }
}
