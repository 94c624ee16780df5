package org.guildhall.lottery.proofs;

import org.guildhall.ledger.Ledger;
import org.guildhall.ledger.ModuleLaw;
import org.guildhall.lottery.fair.Seeds;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The laws of lotteries. */
@Configuration(proxyBeanMethods = false)
class LotteryLaws {

    @Bean
    ModuleLaw oddsSumToOne() {
        return new ModuleLaw.ByQuery("lottery.odds-sum-to-one", "lottery.lottery", Breaches.ODDS_SUM_TO_ONE);
    }

    @Bean
    ModuleLaw prizesWithinStock() {
        return new ModuleLaw.ByQuery("lottery.within-stock", "lottery.draw", Breaches.WITHIN_STOCK);
    }

    @Bean
    ModuleLaw drawsAreCounted() {
        return new ModuleLaw.ByQuery("lottery.draws-are-counted", "lottery.entrant", Breaches.COUNTED);
    }

    @Bean
    ModuleLaw drawsRecompute(LotteryLawStore store, Seeds seeds) {
        return new ModuleLaw.ByLooking("lottery.draws-recompute", new Recomputed(store, seeds)::look);
    }

    // The ledger proves its modules' laws, and this one needs the ledger: the circle is closed when first asked.
    @Bean
    ModuleLaw drawsArePaid(LotteryLawStore store, ObjectProvider<Ledger> ledger) {
        return new ModuleLaw.ByLooking("lottery.paid-as-stated", new PaidAsStated(store, ledger)::look);
    }
}
