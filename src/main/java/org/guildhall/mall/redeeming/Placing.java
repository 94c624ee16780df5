package org.guildhall.mall.redeeming;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.CauseKey;
import org.guildhall.ledger.Ledger;
import org.guildhall.ledger.PlaceHold;
import org.guildhall.ledger.Placement;
import org.guildhall.loyalty.Loyalty;
import org.guildhall.mall.RedemptionPolicy;
import org.guildhall.mall.codes.PickUpCodes;
import org.guildhall.policies.Policies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Places a group of orders in the caller's transaction: the stock of their rewards is locked, the ledger holds the points, and
 * orders, movements and stock are written, with one set of statements however many orders there are.
 */
@Component
class Placing {

    /** What orders are to the ledger. */
    static final String CAUSE = "mall.redemption";

    /** Orders end by the mall's own clock; the ledger's own time-out is a last resort well behind it. */
    private static final Duration BEYOND = Duration.ofDays(366);

    private final PlacingStore store;
    private final PickUpCodes codes;
    private final Sources sources;
    private final Audit audit;
    private final BusinessTime time;

    Placing(PlacingStore store, PickUpCodes codes, Sources sources, Audit audit, BusinessTime time) {
        this.store = store;
        this.codes = codes;
        this.sources = sources;
        this.audit = audit;
        this.time = time;
    }

    /** Points, tiers and rules. */
    @Component
    record Sources(Ledger ledger, Loyalty loyalty, Policies policies) {}

    /** One outcome for each order, in their order; all are placed now, or as of an earlier instant. */
    List<Outcome> place(List<Order> orders, @Nullable Instant at) {
        var today = at == null ? time.today() : time.dateOf(at);
        var rules = sources.policies.inForce(RedemptionPolicy.KIND, today);
        var pickUpBy = rules.policy().pickUpBy(today, time);
        var group = new Group(orders, known(orders, today), rules, today);
        group.recogniseEarlier();
        for (var wave = group.wave(); !wave.isEmpty(); wave = group.wave()) {
            group.held(wave, hold(wave, at, pickUpBy));
        }
        var lines = new ArrayList<PlacingStore.Line>(group.accepted.size());
        for (var accepted : group.accepted) {
            var code = codes.next();
            lines.add(new PlacingStore.Line(accepted, codes.hash(code)));
            group.placed(accepted, pickUpBy, code);
        }
        if (!lines.isEmpty()) {
            store.write(lines, new PlacingStore.Common(today, rules.version(), pickUpBy));
            audit.recordAll(group.accepted.stream().map(Placing::entry).toList());
        }
        return group.outcomes(orders);
    }

    private List<Placement> hold(List<Group.Wished> wave, @Nullable Instant at, Instant pickUpBy) {
        return sources.ledger.placeAll(wave.stream()
                .map(wished -> new Placement.Wish(
                        new PlaceHold(
                                CauseKey.of("redemption|" + wished.order().id()),
                                wished.order().asked().member(),
                                Asset.POINTS,
                                wished.points(),
                                at,
                                pickUpBy.plus(BEYOND),
                                CAUSE,
                                wished.order().id()),
                        wished.order().by()))
                .toList());
    }

    private Group.Known known(List<Order> orders, LocalDate today) {
        var contents = store.contents(orders.stream().map(Order::id).toList());
        var rewards = new LinkedHashSet<UUID>();
        var members = new LinkedHashSet<MemberId>();
        for (var order : orders) {
            rewards.add(order.asked().reward());
            members.add(order.asked().member());
        }
        var offers = store.lock(rewards);
        return new Group.Known(
                contents,
                offers,
                store.pieces(limited(orders, offers)),
                store.ordersOn(today, members),
                tiers(members, offers));
    }

    private static Set<Group.Pieces> limited(List<Order> orders, Map<UUID, RedemptionRules.OnOffer> offers) {
        var limited = new LinkedHashSet<Group.Pieces>();
        for (var order : orders) {
            var offer = offers.get(order.asked().reward());
            if (offer != null && offer.details().limitPerMember() != null) {
                limited.add(
                        new Group.Pieces(order.asked().member(), order.asked().reward()));
            }
        }
        return limited;
    }

    private Map<MemberId, String> tiers(Set<MemberId> members, Map<UUID, RedemptionRules.OnOffer> offers) {
        boolean asked = offers.values().stream()
                .anyMatch(offer -> !offer.details().tierPrices().isEmpty());
        return asked ? sources.loyalty.tiers(members) : Map.of();
    }

    private static AuditEntry entry(Group.Accepted accepted) {
        var wished = accepted.wished();
        var act = wished.order().act();
        return new AuditEntry(
                act.act(),
                act.subjectKind(),
                act.subjectId(),
                act.member(),
                act.unit(),
                facts(wished),
                act.by(),
                act.requestId());
    }

    private static Map<String, Object> facts(Group.Wished wished) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("reward", wished.order().asked().reward().toString());
        facts.put("quantity", wished.order().asked().quantity());
        facts.put("points", wished.points());
        var cash = wished.cash();
        if (cash != null) {
            facts.put("cash", cash);
        }
        return facts;
    }
}
