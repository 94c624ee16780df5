package org.guildhall.checkout.acts;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guildhall.access.Audit;
import org.guildhall.checkout.CheckoutPolicy;
import org.guildhall.checkout.CommitCheckout;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.ledger.Posting;
import org.guildhall.loyalty.LockedMembers;
import org.guildhall.platform.Combiner;
import org.guildhall.platform.SqlState;
import org.guildhall.policies.InForce;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sells in one transaction what a system that sells for many tills under one name asks for at the same time: read, priced,
 * posted and kept in as many statements as one sale takes, and made durable by one flush. Each sale is what it would have been
 * by itself.
 *
 * <p>Only what is sure to go well is done together. A large sale, one with coupons, a benefit, stored value or cashback, one that its key has brought before, one that comes to too much with those of the day,
 * and one that cannot be made are left to those who asked, to be done and answered one by one; so is the whole group if
 * anything fails.
 */
@Component
class SellingTogether {

    private static final Logger LOG = LoggerFactory.getLogger(SellingTogether.class);
    private static final int AT_THE_SAME_TIME = 2;
    private static final int MOST = 64;

    /** Whoever holds one of the members longer than this does not hold up all the others: the group falls apart. */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final Selling.Value value;
    private final Quoting quoting;
    private final CheckoutStore store;
    private final DayLimit limit;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final LoadingCache<Actor, Combiner<Order, Optional<Parts.Whole>>> tills = Caffeine.newBuilder()
            .expireAfterAccess(Duration.ofMinutes(10))
            .build(actor -> new Combiner<>(AT_THE_SAME_TIME, MOST, Order::claims, this::sellIfWell));

    SellingTogether(Selling.Value value, Quoting quoting, Sold sold, Audit audit, TransactionTemplate transaction) {
        this.value = value;
        this.quoting = quoting;
        this.store = sold.store;
        this.limit = sold.limit;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** What was sold, and what may still be today. */
    @Component
    record Sold(CheckoutStore store, DayLimit limit) {}

    /** What is asked for, in which request. */
    record Order(
            CommitCheckout command,
            Asked asked,
            InForce<CheckoutPolicy> rules,
            @Nullable String request) {

        /** Only what moves nothing but points can be sold together with others. */
        static boolean mayJoin(CommitCheckout command, Asked asked) {
            var basket = command.basket();
            return asked.as() == null
                    && basket.member() != null
                    && basket.coupons().isEmpty()
                    && basket.benefit() == null
                    && (basket.stored() == null || basket.stored().minor() == 0)
                    && (basket.cashback() == null || basket.cashback().minor() == 0);
        }

        MemberId member() {
            return Objects.requireNonNull(command.basket().member());
        }

        /** Two sales to one member are one after the other, and so are two under one key. */
        Set<?> claims() {
            return Set.of(member(), asked.id());
        }
    }

    /** The sale if it was made; nothing if it is left to the caller, who has no transaction open. */
    Optional<Parts.Whole> sell(Actor actor, Order order) {
        return Objects.requireNonNull(tills.get(actor)).ask(order);
    }

    /** Sells to these different members in one transaction; nothing for what is better done by itself, and that may be all. */
    List<Optional<Parts.Whole>> sellIfWell(List<Order> orders) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                store.hurry(PATIENCE);
                return sellAll(orders);
            }));
        } catch (RuntimeException | Error e) {
            // Whoever is to blame hears of it: each is done again by itself.
            tell(orders.size(), e);
            return Collections.nCopies(orders.size(), Optional.empty());
        }
    }

    private static void tell(int sales, Throwable why) {
        if (why instanceof Refusal || SqlState.of(why).isContention()) {
            LOG.info("{} sales are made one by one after {}", sales, why.toString());
        } else {
            LOG.warn("{} sales are made one by one after a failure", sales, why);
        }
    }

    /** Sells to these different members within the caller's transaction; nothing for what is better done by itself. */
    private List<Optional<Parts.Whole>> sellAll(List<Order> orders) {
        var members = orders.stream().map(Order::member).toList();
        var locked = value.loyalty().lock(members);
        var earlier = store.done(orders.stream().map(order -> order.asked.id()).toList());
        var at = quoting.time().now();
        var known = quoting.known(locked, orders.stream().anyMatch(order -> Quoting.takesBenefits(order.rules)), at);
        var today = limit.today(members);
        var sales = new ArrayList<Sale>();
        for (var order : orders) {
            if (!earlier.contains(order.asked.id())
                    && limit.judge(order.command.basket(), order.rules, today).isEmpty()) {
                agreed(order, known, at).ifPresent(sales::add);
            }
        }
        var byId = orders.stream().collect(Collectors.toMap(order -> order.asked.id(), Function.identity()));
        var sold = new HashMap<UUID, Parts.Whole>();
        book(sales, byId, locked).forEach(whole -> sold.put(whole.checkout().getCheckoutId(), whole));
        return orders.stream()
                .map(order -> Optional.ofNullable(sold.get(order.asked.id())))
                .toList();
    }

    /** The sale, if it can be made as the buyer was told. */
    private Optional<Sale> agreed(Order order, Quoting.Known known, Instant at) {
        try {
            var offer = quoting.price(order.command.basket(), order.rules, at, known);
            Agreement.require(order.command, offer);
            if (offer.priced().benefit().isPresent() || SaleLimit.isLarge(offer)) {
                return Optional.empty(); // its use is a fact of its own, and so is a large sale: recorded by itself
            }
            var id = order.asked.id();
            var number = Receipts.number(id, quoting.time().dateOf(at));
            return Optional.of(new Sale(id, number, at, order.command, offer));
        } catch (Refusal refused) {
            return Optional.empty(); // and it will be refused to who asked for it
        }
    }

    private List<Parts.Whole> book(List<Sale> sales, Map<UUID, Order> orders, LockedMembers locked) {
        if (sales.isEmpty()) {
            return List.of();
        }
        var redeemed = redemptions(sales);
        var receipts = locked.recordNew(
                sales.stream()
                        .map(sale -> sale.purchase(order(orders, sale).member()))
                        .toList(),
                List.copyOf(redeemed.values()));
        var booked = new ArrayList<CheckoutStore.Booked>();
        for (int i = 0; i < sales.size(); i++) {
            var sale = sales.get(i);
            var posting = redeemed.get(sale.id());
            var points = posting == null ? null : posting.key().postingId();
            var moved = new Sale.Moved(null, points, null, null, receipts.get(i));
            booked.add(new CheckoutStore.Booked(
                    sale, moved, order(orders, sale).asked.hash()));
        }
        var kept = store.insert(booked);
        audit.recordAll(sales.stream()
                .map(sale -> sale.entry().within(order(orders, sale).request))
                .toList());
        return kept;
    }

    private static Order order(Map<UUID, Order> orders, Sale sale) {
        return Objects.requireNonNull(orders.get(sale.id()));
    }

    /** The postings of the sales that take points, by sale; no key was used before, since the sale's was not. */
    private static Map<UUID, Posting> redemptions(List<Sale> sales) {
        var postings = new LinkedHashMap<UUID, Posting>();
        for (var sale : sales) {
            var posting = sale.redemption(
                    Objects.requireNonNull(sale.command().basket().member()));
            if (posting != null) {
                postings.put(sale.id(), posting);
            }
        }
        return postings;
    }
}
