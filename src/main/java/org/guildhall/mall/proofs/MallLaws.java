package org.guildhall.mall.proofs;

import org.guildhall.ledger.ModuleLaw;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The mall's laws: stock adds up, is what its movements say, moves as orders say, orders hold what the ledger holds, and their
 * money is paid in full and goes back with them.
 */
@Configuration(proxyBeanMethods = false)
class MallLaws {

    @Bean
    ModuleLaw stockAddsUp() {
        return new ModuleLaw.ByQuery("mall.stock-adds-up", "mall.stock", Breaches.STOCK_ADDS_UP);
    }

    @Bean
    ModuleLaw stockIsMovements() {
        return new ModuleLaw.ByQuery("mall.stock-is-movements", "mall.stock_movement", Breaches.STOCK_IS_MOVEMENTS);
    }

    @Bean
    ModuleLaw ordersAreMovements() {
        return new ModuleLaw.ByQuery("mall.orders-are-movements", "mall.redemption", Breaches.ORDERS_ARE_MOVEMENTS);
    }

    @Bean
    ModuleLaw cashIsPaid() {
        return new ModuleLaw.ByQuery("mall.cash-is-paid", "mall.payment", Breaches.CASH_IS_PAID);
    }

    @Bean
    ModuleLaw ordersAreHolds(MallLawStore store) {
        return new ModuleLaw.ByHolds("mall.orders-are-holds", store::claims);
    }
}
