package org.guildhall.prepaid.proofs;

import java.util.List;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.ModuleLaw;
import org.guildhall.policies.Policies;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The laws of stored value. */
@Configuration(proxyBeanMethods = false)
class PrepaidLaws {

    private static final String MOVED = "select member_id, sum(%s) as total from prepaid.movement group by member_id";

    /** What the ledger has of each member is what the movements make: top-ups − payments + returns − refunds ± transfers. */
    @Bean
    ModuleLaw balancesAreMovements() {
        return new ModuleLaw.ByBalances(
                "prepaid.balances-are-movements",
                List.of(
                        new ModuleLaw.Total(Asset.PRINCIPAL, MOVED.formatted("principal")),
                        new ModuleLaw.Total(Asset.BONUS, MOVED.formatted("bonus"))));
    }

    @Bean
    ModuleLaw topUpsAreParts() {
        return new ModuleLaw.ByQuery("prepaid.top-ups-are-parts", "prepaid.top_up", Breaches.TOP_UPS_ARE_PARTS);
    }

    @Bean
    ModuleLaw bonusHasItsTopUp() {
        return new ModuleLaw.ByQuery("prepaid.bonus-has-its-top-up", "prepaid.top_up", Breaches.BONUS_HAS_ITS_TOP_UP);
    }

    @Bean
    ModuleLaw paymentsAreMovements() {
        return new ModuleLaw.ByQuery(
                "prepaid.payments-are-movements", "prepaid.payment", Breaches.PAYMENTS_ARE_MOVEMENTS);
    }

    @Bean
    ModuleLaw withinTheCap() {
        return new ModuleLaw.ByQuery("prepaid.within-the-cap", "prepaid.movement", Breaches.WITHIN_THE_CAP);
    }

    @Bean
    ModuleLaw frozenStays() {
        return new ModuleLaw.ByQuery("prepaid.frozen-stays", "prepaid.movement", Breaches.FROZEN_STAYS);
    }

    @Bean
    ModuleLaw locksAreHolds(PrepaidLawStore store) {
        return new ModuleLaw.ByHolds("prepaid.locks-are-holds", store::claims);
    }

    @Bean
    ModuleLaw refundsAreCalculated(PrepaidLawStore store, Policies policies, JsonMapper json) {
        return new ModuleLaw.ByLooking(
                "prepaid.refunds-as-calculated", new RefundsAreCalculated(store, policies, json)::check);
    }
}
