package org.guildhall.sessioncards.acts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.guildhall.jooq.sessioncards.tables.records.CardRecord;
import org.guildhall.jooq.sessioncards.tables.records.ShareRecord;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.UnitId;
import org.guildhall.members.MemberFacts;
import org.guildhall.members.MemberStatus;
import org.guildhall.members.Members;
import org.guildhall.prepaid.AdvanceIntake;
import org.guildhall.prepaid.PaidFor;
import org.guildhall.sessioncards.CardFact.Kind;
import org.guildhall.sessioncards.ProductDetails.Starts;
import org.guildhall.sessioncards.ProductView;
import org.guildhall.sessioncards.SellCard;
import org.guildhall.sessioncards.SessionCardPolicy;
import org.guildhall.sessioncards.SessionCardRefusal;
import org.guildhall.sessioncards.SessionProducts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sells cards within the caller's transaction: what the product says, within what the law allows. */
@Component
class Selling {

    private final SessionProducts products;
    private final Members members;
    private final CardStore cards;
    private final CardBook book;
    private final Surroundings surroundings;

    Selling(SessionProducts products, Members members, CardStore cards, CardBook book, Surroundings surroundings) {
        this.products = products;
        this.members = members;
        this.cards = cards;
        this.book = book;
        this.surroundings = surroundings;
    }

    /** Sells it, or finds it sold; under the cap of money paid in advance unless it is told of the past. */
    void sell(Act act, SellCard command, Instant at, AdvanceIntake.@Nullable Admission admission) {
        var earlier = cards.row(act.id());
        if (earlier.isPresent()) {
            act.requireSame(earlier.get().getContentHash());
            return;
        }
        var product = products.get(command.product());
        var rules = surroundings.rules(surroundings.time().dateOf(at));
        var payer = requireActive(command);
        boolean named = payer.identified();
        requireOnSale(product, command);
        requireLawful(product, rules.policy().sales(), named);
        var card = card(act, command, product, endless(product, rules.policy().sales(), named));
        card.setNamed(named);
        card.setVersion(rules.version());
        card.setOccurredOn(surroundings.time().dateOf(at));
        card.setOccurredAt(CardStore.at(at));
        card.setRecordedAt(CardStore.at(surroundings.time().now()));
        card.setActor(surroundings.reach().access().actor().reference());
        if (card.getStarts().equals(Starts.SALE.code())) {
            card.setLastDay(Opened.lastDay(card, card.getOccurredOn()));
        }
        cards.insert(card, shares(act.id(), product));
        // The key is taken: whoever sends it again finds the card and is not asked for the room that the card itself
        // took.
        var notices = admission == null
                ? List.<String>of()
                : admission.admit(new AdvanceIntake.Payment(
                        PaidFor.SESSION_CARD, product.details().price(), command.method(), payer.kind()));
        if (!notices.isEmpty()) {
            cards.notice(act.id(), notices);
        }
        var opened = book.open(act.id());
        var fact = CardBook.of(Kind.SOLD, opened, card.getPrice());
        fact.setStoreId(card.getStoreId());
        fact.setLastDay(card.getLastDay());
        fact.setVersion(rules.version());
        book.book(opened, act, fact, at);
        book.noticed(opened, notices);
    }

    private MemberFacts requireActive(SellCard command) {
        var facts = members.facts(List.of(command.member())).get(command.member());
        if (facts == null || facts.erased() || facts.status() != MemberStatus.ACTIVE) {
            throw Refusal.of(new SessionCardRefusal.MemberNotActive());
        }
        return facts;
    }

    private static void requireOnSale(ProductView product, SellCard command) {
        var details = product.details();
        if (product.state() != ProductView.State.ON_SALE) {
            throw Refusal.of(new SessionCardRefusal.NotOnSale(details.name()));
        }
        if (!details.stores().isEmpty() && !details.stores().contains(command.store())) {
            throw Refusal.of(new SessionCardRefusal.NotAtThisStore(details.name()));
        }
        if (!details.price().equals(command.price())) {
            throw Refusal.of(new SessionCardRefusal.PriceChanged(command.price(), details.price()));
        }
    }

    private static void requireLawful(ProductView product, SessionCardPolicy.Sales sales, boolean named) {
        var details = product.details();
        Money cap = named ? sales.named() : sales.unnamed();
        if (details.price().minor() > cap.minor()) {
            throw Refusal.of(new SessionCardRefusal.AboveCap(details.price(), cap, sales.source()));
        }
        var days = details.days();
        boolean mayBeShort = details.unlimited() != null || endless(product, sales, named);
        if (days != null && days < sales.shortestDays() && !mayBeShort) {
            throw Refusal.of(new SessionCardRefusal.ValidityTooShort(days, sales.shortestDays(), sales.source()));
        }
    }

    /** Cards whose owner is known have no end, but for those of which the days are what is bought. */
    private static boolean endless(ProductView product, SessionCardPolicy.Sales sales, boolean named) {
        return named && sales.namedNeverEnd() && product.details().unlimited() == null;
    }

    private static CardRecord card(Act act, SellCard command, ProductView product, boolean endless) {
        var details = product.details();
        var card = new CardRecord();
        card.setCardId(act.id());
        card.setContentHash(act.hash());
        card.setMemberId(command.member().value());
        card.setProductId(product.id());
        card.setName(details.name());
        card.setPrice(details.price().minor());
        card.setCurrency(details.price().currency().getCurrencyCode());
        card.setMethod(command.method().code());
        card.setReference(command.reference());
        card.setStoreId(command.store().value());
        card.setStores(details.stores().stream().map(UnitId::value).toArray(UUID[]::new));
        card.setStarts(endless ? Starts.ENDLESS.code() : details.starts().code());
        card.setDays(endless ? null : details.days());
        var unlimited = details.unlimited();
        card.setUnlimited(unlimited != null);
        card.setDaily(unlimited == null ? null : unlimited.daily());
        card.setRefunded(false);
        return card;
    }

    private static List<ShareRecord> shares(UUID card, ProductView product) {
        var shares = new ArrayList<ShareRecord>();
        for (var line : product.items()) {
            var share = new ShareRecord();
            share.setCardId(card);
            share.setServiceId(line.service());
            share.setPlace(shares.size());
            share.setName(line.name());
            share.setSessions(line.sessions());
            share.setPrice(line.price().minor());
            share.setListed(line.listed().minor());
            share.setUsed(0);
            share.setHeld(0);
            share.setGivenBack(0);
            shares.add(share);
        }
        return shares;
    }
}
