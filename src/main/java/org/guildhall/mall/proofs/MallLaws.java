package org.guildhall.mall.proofs;

import java.util.UUID;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.Hold;
import org.guildhall.ledger.Ledger;
import org.guildhall.ledger.ModuleLaw;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The mall's laws: stock adds up, is what its movements say, moves as orders say, and orders hold what the ledger holds. */
@Configuration(proxyBeanMethods = false)
class MallLaws {

    private static final int AT_ONCE = 1_000;

    /** A law that one query decides. */
    record ByQuery(String code, String table, String breach, MallLawStore store) implements ModuleLaw {
        @Override
        public Finding check() {
            return store.check(table, breach);
        }
    }

    @Bean
    ModuleLaw stockAddsUp(MallLawStore store) {
        return new ByQuery("mall.stock-adds-up", "mall.stock", MallLawStore.STOCK_ADDS_UP, store);
    }

    @Bean
    ModuleLaw stockIsMovements(MallLawStore store) {
        return new ByQuery("mall.stock-is-movements", "mall.stock_movement", MallLawStore.STOCK_IS_MOVEMENTS, store);
    }

    @Bean
    ModuleLaw ordersAreMovements(MallLawStore store) {
        return new ByQuery("mall.orders-are-movements", "mall.redemption", MallLawStore.ORDERS_ARE_MOVEMENTS, store);
    }

    // The ledger proves the laws, and this one asks the ledger: it is asked for late.
    @Bean
    ModuleLaw ordersAreHolds(MallLawStore store, ObjectProvider<Ledger> ledger) {
        return new OrdersAreHolds(store, ledger);
    }

    /** Every order's points are held, redeemed or given back in the ledger as the order says. */
    record OrdersAreHolds(MallLawStore store, ObjectProvider<Ledger> ledger) implements ModuleLaw {

        @Override
        public String code() {
            return "mall.orders-are-holds";
        }

        @Override
        public Finding check() {
            long covered = 0;
            var after = new UUID(0, 0);
            while (true) {
                var orders = store.orders(after, AT_ONCE);
                if (orders.isEmpty()) {
                    return new Finding(covered, null);
                }
                var holds = ledger.getObject()
                        .holds(orders.stream().map(MallLawStore.Ordered::hold).toList());
                for (var order : orders) {
                    if (!agrees(order, holds.get(order.hold()))) {
                        return new Finding(covered, "redemption " + order + " has hold " + holds.get(order.hold()));
                    }
                    covered++;
                }
                after = orders.getLast().order();
            }
        }

        private static boolean agrees(MallLawStore.Ordered order, @Nullable Hold hold) {
            if (hold == null
                    || hold.amount() != order.points()
                    || !hold.asset().equals(Asset.POINTS)
                    || !hold.member().value().equals(order.member())) {
                return false;
            }
            return switch (order.state()) {
                case "waiting" -> hold.state() == Hold.State.OPEN;
                case "fulfilled", "returned" -> hold.state() == Hold.State.USED;
                default -> hold.state() == Hold.State.RELEASED;
            };
        }
    }
}
