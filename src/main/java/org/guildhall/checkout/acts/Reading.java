package org.guildhall.checkout.acts;

import java.util.List;
import java.util.UUID;
import org.guildhall.access.Permission;
import org.guildhall.checkout.CheckoutPermissions;
import org.guildhall.checkout.CheckoutQuery;
import org.guildhall.checkout.CheckoutRefusal;
import org.guildhall.checkout.CheckoutRow;
import org.guildhall.checkout.CheckoutView;
import org.guildhall.jooq.checkout.tables.records.SaleRecord;
import org.guildhall.kernel.Explanation;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.kernel.UnitId;
import org.springframework.stereotype.Component;

/** Shows checkouts to those whose reach includes them, and says why they cost what they did. */
@Component
class Reading {

    private final CheckoutStore store;
    private final ReturnStore returns;
    private final CheckoutSearch search;
    private final Reach reach;
    private final Repricing repricing;

    Reading(CheckoutStore store, ReturnStore returns, CheckoutSearch search, Reach reach, Repricing repricing) {
        this.store = store;
        this.returns = returns;
        this.search = search;
        this.reach = reach;
        this.repricing = repricing;
    }

    /** The checkout, if it is within reach; who lacks the permission learns nothing of what there is. */
    SaleRecord find(UUID checkout, Permission permission) {
        reach.access().require(permission);
        var row = store.find(checkout).orElseThrow(() -> Refusal.of(new CheckoutRefusal.UnknownCheckout(checkout)));
        reach.requireReadable(new UnitId(row.getStoreId()), Views.member(row), permission);
        return row;
    }

    CheckoutView get(UUID checkout) {
        return shown(find(checkout, CheckoutPermissions.READ));
    }

    /** The checkout to whoever just sold it or took a part back. */
    CheckoutView shown(UUID checkout) {
        return shown(store.find(checkout).orElseThrow());
    }

    /** The checkout as it was just kept, of which nothing can have come back yet. */
    CheckoutView shown(Parts.Whole sold) {
        return Views.of(sold.checkout()).view(sold, repricing.customer(sold.checkout()), List.of());
    }

    private CheckoutView shown(SaleRecord row) {
        var id = row.getCheckoutId();
        var views = Views.of(row);
        var whole = new Parts.Whole(row, store.lines(id), store.payments(id), store.coupons(id));
        boolean untouched = whole.lines().stream().allMatch(line -> line.getQuantityBack() == 0);
        if (untouched) {
            return views.view(whole, repricing.customer(row), List.of());
        }
        var with = new Views.Returned(row, returns.lines(id), returns.payments(id), whole.coupons());
        var back = returns.of(id).stream().map(one -> views.returned(one, with)).toList();
        return views.view(whole, repricing.customer(row), back);
    }

    Slice<CheckoutRow> list(CheckoutQuery query) {
        var scope = reach.scope();
        if (query.member() != null) {
            reach.requireVisible(new MemberId(query.member()));
        }
        return search.page(query, scope);
    }

    /** The price worked out again from what was kept; it must be what was charged. */
    Explanation why(UUID checkout) {
        var row = find(checkout, CheckoutPermissions.READ);
        var differs = repricing.differs(checkout);
        if (differs != null) {
            throw new IllegalStateException(differs);
        }
        return repricing.price(row).why();
    }
}
