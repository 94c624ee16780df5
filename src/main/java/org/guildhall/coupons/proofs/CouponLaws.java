package org.guildhall.coupons.proofs;

import org.guildhall.ledger.ModuleLaw;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The laws of coupons; that uses are checkouts and checkouts uses is a law of the counter. */
@Configuration(proxyBeanMethods = false)
class CouponLaws {

    @Bean
    ModuleLaw couponsAreTheirFacts() {
        return new ModuleLaw.ByQuery("coupons.is-its-facts", "coupons.coupon", Breaches.IS_ITS_FACTS);
    }

    @Bean
    ModuleLaw stepsFollow() {
        return new ModuleLaw.ByQuery("coupons.steps-follow", "coupons.fact", Breaches.STEPS_FOLLOW);
    }

    @Bean
    ModuleLaw countsAddUp() {
        return new ModuleLaw.ByQuery("coupons.counts-add-up", "coupons.batch", Breaches.COUNTS_ADD_UP);
    }

    @Bean
    ModuleLaw withinLimits() {
        return new ModuleLaw.ByQuery("coupons.within-limits", "coupons.holding", Breaches.WITHIN_LIMITS);
    }

    @Bean
    ModuleLaw couponsKeepTheirTerms() {
        return new ModuleLaw.ByQuery("coupons.keeps-its-terms", "coupons.coupon", Breaches.KEEPS_ITS_TERMS);
    }
}
