package org.guildhall.checkout.proofs;

import org.guildhall.benefits.CounterBenefits;
import org.guildhall.coupons.CounterCoupons;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Ledger;
import org.guildhall.ledger.ModuleLaw;
import org.guildhall.prepaid.StoredValue;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The laws of the counter. The ledger proves them, and some ask the ledger: it is asked for late. */
@Configuration(proxyBeanMethods = false)
class CheckoutLaws {

    @Bean
    ModuleLaw checkoutsAddUp() {
        return new ModuleLaw.ByQuery("checkout.adds-up", "checkout.sale", Breaches.ADDS_UP);
    }

    @Bean
    ModuleLaw returnsAddUp() {
        return new ModuleLaw.ByQuery("checkout.returns-add-up", "checkout.return", Breaches.RETURNS_ADD_UP);
    }

    @Bean
    ModuleLaw neverMoreBack() {
        return new ModuleLaw.ByQuery("checkout.never-more-back", "checkout.line", Breaches.NEVER_MORE_BACK);
    }

    @Bean
    ModuleLaw couponsAddUp() {
        return new ModuleLaw.ByQuery("checkout.coupons-add-up", "checkout.coupon", Breaches.COUPONS_ADD_UP);
    }

    @Bean
    ModuleLaw couponsAreUsed(CheckoutLawStore store, ObjectProvider<CounterCoupons> coupons) {
        return new ModuleLaw.ByLooking(
                "checkout.coupons-are-used",
                () -> new UsedAsTold(
                                store::coupons,
                                (after, limit) -> coupons.getObject().uses(after, limit).stream()
                                        .map(use -> new UsedAsTold.Use(use.coupon(), use.about(), use.amount()))
                                        .toList())
                        .check());
    }

    @Bean
    ModuleLaw benefitsGoBack() {
        return new ModuleLaw.ByQuery("checkout.benefits-go-back", "checkout.sale", Breaches.BENEFITS_GO_BACK);
    }

    @Bean
    ModuleLaw benefitsAreUsed(CheckoutLawStore store, ObjectProvider<CounterBenefits> benefits) {
        return new ModuleLaw.ByLooking(
                "checkout.benefits-are-used",
                () -> new UsedAsTold(
                                store::benefits,
                                (after, limit) -> benefits.getObject().uses(after, limit).stream()
                                        .map(use -> new UsedAsTold.Use(use.use(), use.about(), use.amount()))
                                        .toList())
                        .check());
    }

    @Bean
    ModuleLaw pointsAreRedeemed(CheckoutLawStore store, ObjectProvider<Ledger> ledger) {
        return new ModuleLaw.ByLooking(
                "checkout.points-are-redeemed",
                () -> new MovedAsTold(store::points, ids -> ledger.getObject().moved(Asset.POINTS, ids)).check());
    }

    @Bean
    ModuleLaw cashbackIsPaid(CheckoutLawStore store, ObjectProvider<Ledger> ledger) {
        return new ModuleLaw.ByLooking(
                "checkout.cashback-is-paid",
                () -> new MovedAsTold(store::cashback, ids -> ledger.getObject().moved(Asset.CASHBACK, ids)).check());
    }

    @Bean
    ModuleLaw storedValueIsPaid(CheckoutLawStore store, ObjectProvider<StoredValue> storedValue) {
        return new ModuleLaw.ByLooking(
                "checkout.stored-value-is-paid",
                () -> new MovedAsTold(
                                store::stored, ids -> storedValue.getObject().moved(ids.keySet()))
                        .check());
    }

    @Bean
    ModuleLaw pricedAsTold(CheckoutLawStore store, PricedAsTold priced) {
        return new ModuleLaw.ByLooking("checkout.priced-as-told", () -> priced.check(store));
    }
}
