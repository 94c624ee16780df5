package org.guildhall.benefits.proofs;

import org.guildhall.ledger.ModuleLaw;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The laws of benefits. */
@Configuration(proxyBeanMethods = false)
class BenefitLaws {

    @Bean
    ModuleLaw benefitsWithinQuota() {
        return new ModuleLaw.ByQuery("benefits.within-quota", "benefits.allowance", Breaches.WITHIN_QUOTA);
    }

    @Bean
    ModuleLaw benefitCountsAddUp() {
        return new ModuleLaw.ByQuery("benefits.counts-add-up", "benefits.use", Breaches.COUNTS_ADD_UP);
    }

    @Bean
    ModuleLaw benefitCodesOnce() {
        return new ModuleLaw.ByQuery("benefits.codes-once", "benefits.code", Breaches.CODES_ONCE);
    }

    @Bean
    ModuleLaw benefitsEntitled(EntitledAsTold told) {
        return new ModuleLaw.ByLooking("benefits.entitled", told::check);
    }
}
