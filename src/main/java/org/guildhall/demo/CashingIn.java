package org.guildhall.demo;

import java.util.List;
import org.guildhall.cashback.Cashback;
import org.guildhall.cashback.CashbackTill;
import org.guildhall.cashback.CashbackUseQuery;
import org.guildhall.cashback.RebateKind;
import org.guildhall.cashback.RebateQuery;
import org.guildhall.cashback.RebateState;
import org.guildhall.cashback.RebateView;
import org.guildhall.checkout.Basket;
import org.guildhall.checkout.Checkouts;
import org.guildhall.checkout.CommitCheckout;
import org.guildhall.checkout.ReturnParts;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.UnitId;
import org.guildhall.prepaid.PaymentMethod;
import org.springframework.stereotype.Component;

/** Some who were credited cashback paid with it at the counter this morning, and one brought a piece back. */
@Component
class CashingIn {

    private static final int LOOKED_AT = 100;
    private static final int BUYERS = 3;
    private static final long ENOUGH = 200;

    private final Cashback cashback;
    private final CashbackTill till;
    private final Checkouts checkouts;

    CashingIn(Cashback cashback, CashbackTill till, Checkouts checkouts) {
        this.cashback = cashback;
        this.till = till;
        this.checkouts = checkouts;
    }

    /** Tells it; told again, it changes nothing. */
    void tell() {
        if (!till.uses(new CashbackUseQuery(null, null, null, 1)).items().isEmpty()) {
            return;
        }
        var credited = new RebateQuery(
                null, null, RebateKind.CASHBACK, RebateState.SETTLED, null, null, null, null, null, null, LOOKED_AT);
        var buyers = cashback.rebates(credited).items().stream()
                .filter(rebate -> rebate.store() != null
                        && cashback.of(rebate.member()).available().minor() >= ENOUGH)
                .map(RebateView::member)
                .distinct()
                .limit(BUYERS)
                .toList();
        for (var rebate : cashback.rebates(credited).items()) {
            int place = buyers.indexOf(rebate.member());
            var store = rebate.store();
            if (place >= 0 && store != null) {
                buy(rebate.member(), store, place);
            }
        }
    }

    private void buy(MemberId member, UnitId store, int place) {
        if (!till.uses(new CashbackUseQuery(member.value(), null, null, 1))
                .items()
                .isEmpty()) {
            return;
        }
        var lines = List.of(
                new Basket.Line("护手霜", "美妆护肤", 2_000, Money.cny(9_800)),
                new Basket.Line("保温杯", "家居日用", 1_000, Money.cny(11_900)));
        var available = cashback.of(member).available();
        var basket = new Basket(member, store, lines, null, null, null, null, available);
        var quote = checkouts.quote(basket);
        var paid = new CommitCheckout.Tender(PaymentMethod.CODE, quote.payable(), null);
        var sold = checkouts.commit(
                new CommitCheckout(basket, quote.expected(), List.of(paid)), "demo|cashback|" + member);
        if (place == 0) {
            var part = ReturnParts.of(sold.checkout().store(), List.of(new ReturnParts.Part(1, 1_000)), "颜色不合适");
            checkouts.giveBack(sold.checkout().id(), part, "demo|cashback-back|" + member);
        }
    }
}
