package org.guildhall.sessioncards.acts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.guildhall.access.ListFiles;
import org.guildhall.access.Permission;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.kernel.UnitId;
import org.guildhall.platform.JobView;
import org.guildhall.prepaid.AdvanceIntake;
import org.guildhall.sessioncards.Bookings;
import org.guildhall.sessioncards.CardFact;
import org.guildhall.sessioncards.CardFact.Kind;
import org.guildhall.sessioncards.CardQuery;
import org.guildhall.sessioncards.CardRefundQuote;
import org.guildhall.sessioncards.CardView;
import org.guildhall.sessioncards.ExportCards;
import org.guildhall.sessioncards.ExtendCard;
import org.guildhall.sessioncards.FoundingSessionCards;
import org.guildhall.sessioncards.OwedView;
import org.guildhall.sessioncards.QuoteCardRefund;
import org.guildhall.sessioncards.ReactivateCard;
import org.guildhall.sessioncards.RefundCard;
import org.guildhall.sessioncards.ReverseUse;
import org.guildhall.sessioncards.SellCard;
import org.guildhall.sessioncards.SessionCardPermissions;
import org.guildhall.sessioncards.SessionCardRefusal;
import org.guildhall.sessioncards.SessionCards;
import org.guildhall.sessioncards.UseSession;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The module's face for cards: who may, in one transaction each, and then what came of it. */
@Component
class CardDesk implements SessionCards, FoundingSessionCards {

    private final Books books;
    private final Lists lists;
    private final BookingDesk bookings;
    private final Surroundings surroundings;
    private final @Nullable Instant as;

    @Autowired
    CardDesk(Books books, Lists lists, BookingDesk bookings, Surroundings surroundings) {
        this(books, lists, bookings, surroundings, null);
    }

    private CardDesk(Books books, Lists lists, BookingDesk bookings, Surroundings surroundings, @Nullable Instant as) {
        this.books = books;
        this.lists = lists;
        this.bookings = bookings;
        this.surroundings = surroundings;
        this.as = as;
    }

    /** Where cards are kept, sold and refunded. */
    @Component
    record Books(
            CardStore cards,
            FactStore facts,
            CardBook book,
            Selling selling,
            Refunding refunding,
            Often often,
            Reactivating reactivating,
            AdvanceIntake advances) {}

    /** How they are shown. */
    @Component
    record Lists(CardSearch search, Telling telling, ListFiles files) {}

    @Override
    public <T> T asOf(Instant at, BiFunction<SessionCards, Bookings, T> acts) {
        surroundings.requireFounding(at);
        return acts.apply(new CardDesk(books, lists, bookings, surroundings, at), bookings.asOf(at));
    }

    @Override
    public CardView sell(SellCard command, String key) {
        surroundings.reach().requireStore(command.store(), SessionCardPermissions.SELL);
        surroundings.reach().requireMember(command.member(), SessionCardPermissions.SELL);
        var act = Act.of("sell", key, command);
        // What is told of the past came in long ago.
        var admission = as == null ? books.advances.prepare() : null;
        return surroundings.inTransaction(() -> {
            books.selling.sell(act, command, now(), admission);
            return lists.search.view(act.id());
        });
    }

    @Override
    public CardView use(UUID card, UseSession command, String key) {
        surroundings.reach().requireStore(command.store(), SessionCardPermissions.USE);
        requireReadable(card, SessionCardPermissions.USE);
        return done(card, Act.of("use", key, card + "|" + command), (opened, act) -> {
            opened.requireUsable(command.store(), day());
            books.often.requireOnceMore(opened, day(), null);
            surroundings.requireConfirmed(command.confirmed(), day());
            var fact = CardBook.of(Kind.USED, opened.share(command.service()), 1, 0);
            fact.setStoreId(command.store().value());
            fact.setStaffId(command.staff() == null ? null : command.staff().value());
            fact.setConfirmed(
                    command.confirmed() == null ? null : command.confirmed().code());
            books.book.book(opened, act, fact, now());
        });
    }

    @Override
    public CardView reverse(UUID card, ReverseUse command, String key) {
        requireReadable(card, SessionCardPermissions.REVERSE);
        return done(card, Act.of("reverse", key, card + "|" + command), (opened, act) -> {
            opened.requireNotRefunded();
            var use = books.facts
                    .find(card, command.fact())
                    .orElseThrow(() -> Refusal.of(new SessionCardRefusal.UnknownFact(command.fact())));
            if (use.getKind().equals(Kind.REACTIVATED.code())) {
                books.reactivating.takeBack(opened, act, use, command, now());
                return;
            }
            if (use.getUsed() != 1) {
                throw Refusal.of(new SessionCardRefusal.NotAUse(command.fact()));
            }
            if (books.facts.reversed(command.fact())) {
                throw Refusal.of(new SessionCardRefusal.ReversedAlready(command.fact()));
            }
            var fact = CardBook.of(Kind.REVERSED, opened.share(use.getServiceId()), -1, 0);
            fact.setOfFact(command.fact());
            fact.setStoreId(use.getStoreId());
            fact.setReason(command.reason());
            books.book.book(opened, act, fact, now());
        });
    }

    @Override
    public CardView extend(UUID card, ExtendCard command, String key) {
        requireReadable(card, SessionCardPermissions.EXTEND);
        return done(card, Act.of("extend", key, card + "|" + command), (opened, act) -> {
            opened.requireNotRefunded();
            opened.requireTerm(day());
            var last = opened.card().getLastDay();
            if (last == null) {
                throw Refusal.of(
                        new SessionCardRefusal.CardHasNoEnd(opened.card().getName()));
            }
            var later = (last.isBefore(day()) ? day() : last).plusDays(command.days());
            books.cards.end(card, later);
            var fact = CardBook.of(Kind.EXTENDED, opened, 0);
            fact.setLastDay(later);
            fact.setReason(command.reason());
            books.book.book(opened, act, fact, now());
        });
    }

    @Override
    public CardView reactivate(UUID card, ReactivateCard command, String key) {
        requireReadable(card, SessionCardPermissions.REACTIVATE);
        return done(
                card,
                Act.of("reactivate", key, card + "|" + command),
                (opened, act) -> books.reactivating.reactivate(opened, act, command, now()));
    }

    @Override
    public CardRefundQuote quote(UUID card, QuoteCardRefund asked) {
        requireReadable(card, SessionCardPermissions.REFUND);
        return surroundings.inTransaction(() -> books.refunding.quote(books.book.open(card), asked, now()));
    }

    @Override
    public CardView refund(UUID card, RefundCard command, String key) {
        surroundings.reach().requireStore(command.store(), SessionCardPermissions.REFUND);
        requireReadable(card, SessionCardPermissions.REFUND);
        boolean much = surroundings.reach().access().may(SessionCardPermissions.REFUND_LARGE);
        return done(
                card,
                Act.of("refund", key, card + "|" + command),
                (opened, act) -> books.refunding.refund(opened, act, command, now(), much));
    }

    @Override
    public Slice<CardView> list(CardQuery query) {
        var scope = surroundings.reach().require(SessionCardPermissions.READ);
        if (query.member() != null) {
            surroundings.reach().requireMember(new MemberId(query.member()), SessionCardPermissions.READ);
        }
        return lists.search.page(query, scope);
    }

    @Override
    public CardView get(UUID card) {
        requireReadable(card, SessionCardPermissions.READ);
        return lists.search.view(card);
    }

    @Override
    public List<CardFact> facts(UUID card) {
        requireReadable(card, SessionCardPermissions.READ);
        return lists.telling.of(card);
    }

    @Override
    public OwedView owed() {
        var scope = surroundings.reach().require(SessionCardPermissions.READ);
        var currency = surroundings.rules(day()).policy().sales().named().currency();
        return lists.search.owed(scope, currency.getCurrencyCode());
    }

    @Override
    public JobView export(ExportCards command) {
        return lists.files.start(CardExport.KIND, command);
    }

    /** Does it once, while the card is held. */
    private CardView done(UUID card, Act act, BiConsumer<Opened, Act> work) {
        return surroundings.inTransaction(() -> {
            var opened = books.book.open(card);
            if (!books.book.done(act)) {
                work.accept(opened, act);
            }
            return lists.search.view(card);
        });
    }

    private void requireReadable(UUID card, Permission permission) {
        surroundings.reach().require(permission);
        var row = books.cards.row(card).orElseThrow(() -> Refusal.of(new SessionCardRefusal.UnknownCard(card)));
        surroundings.reach().requireEither(new UnitId(row.getStoreId()), new MemberId(row.getMemberId()), permission);
    }

    private Instant now() {
        return surroundings.at(as);
    }

    private LocalDate day() {
        return surroundings.time().dateOf(now());
    }
}
