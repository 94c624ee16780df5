package org.guildhall.prepaid.proofs;

import static org.guildhall.jooq.prepaid.Tables.MOVEMENT;

import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Ledger;
import org.guildhall.ledger.ModuleLaw;
import org.guildhall.policies.Policies;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The laws of stored value. The ledger proves them, and some ask the ledger: it is asked for late. */
@Configuration(proxyBeanMethods = false)
class PrepaidLaws {

    /** A law that one query decides. */
    record ByQuery(String code, String table, String breach, PrepaidLawStore store) implements ModuleLaw {
        @Override
        public Finding check() {
            return store.check(table, breach);
        }
    }

    @Bean
    ModuleLaw balancesAreMovements(PrepaidLawStore store, ObjectProvider<Ledger> ledger) {
        return new BalancesAreMovements(store, ledger);
    }

    @Bean
    ModuleLaw topUpsAreParts(PrepaidLawStore store) {
        return new ByQuery("prepaid.top-ups-are-parts", "prepaid.top_up", Breaches.TOP_UPS_ARE_PARTS, store);
    }

    @Bean
    ModuleLaw bonusHasItsTopUp(PrepaidLawStore store) {
        return new ByQuery("prepaid.bonus-has-its-top-up", "prepaid.top_up", Breaches.BONUS_HAS_ITS_TOP_UP, store);
    }

    @Bean
    ModuleLaw paymentsAreMovements(PrepaidLawStore store) {
        return new ByQuery("prepaid.payments-are-movements", "prepaid.payment", Breaches.PAYMENTS_ARE_MOVEMENTS, store);
    }

    @Bean
    ModuleLaw withinTheCap(PrepaidLawStore store) {
        return new ByQuery("prepaid.within-the-cap", "prepaid.movement", Breaches.WITHIN_THE_CAP, store);
    }

    @Bean
    ModuleLaw frozenStays(PrepaidLawStore store) {
        return new ByQuery("prepaid.frozen-stays", "prepaid.movement", Breaches.FROZEN_STAYS, store);
    }

    @Bean
    ModuleLaw locksAreHolds(PrepaidLawStore store, ObjectProvider<Ledger> ledger) {
        return new LocksAreHolds(store, ledger);
    }

    @Bean
    ModuleLaw refundsAreCalculated(PrepaidLawStore store, Policies policies, JsonMapper json) {
        return new RefundsAreCalculated(store, policies, json);
    }

    /** What the ledger has of each member is what the movements make: top-ups − payments + returns − refunds ± transfers. */
    record BalancesAreMovements(PrepaidLawStore store, ObjectProvider<Ledger> ledger) implements ModuleLaw {

        @Override
        public String code() {
            return "prepaid.balances-are-movements";
        }

        @Override
        public Finding check() {
            var book = ledger.getObject();
            var principal = store.balances(book.balanceRows(Asset.PRINCIPAL), MOVEMENT.PRINCIPAL);
            return principal.counterExample() == null
                    ? store.balances(book.balanceRows(Asset.BONUS), MOVEMENT.BONUS)
                    : principal;
        }
    }
}
