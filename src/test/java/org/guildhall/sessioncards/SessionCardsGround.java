package org.guildhall.sessioncards;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.guildhall.access.UnitKind;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.guildhall.members.IdentityDocument;
import org.guildhall.members.MemberKind;
import org.guildhall.members.MemberProfile;
import org.guildhall.members.Members;
import org.guildhall.members.RegisterMember;
import org.guildhall.prepaid.PaymentMethod;
import org.guildhall.sessioncards.ProductDetails.Starts;
import org.guildhall.testing.TestStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** A store with people, places and hours, services and a card on sale, and short words for acts, for the tests of session cards. */
@TestComponent
public final class SessionCardsGround {

    /** Massages on a card. */
    public static final int MASSAGES = 7;
    /** Lessons on a card. */
    public static final int LESSONS = 3;
    /** What a card costs. */
    public static final long PRICE = 99_999;

    private static final int NEVER_TOO_SHORT = 1_096;
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final TestStaff staff;
    private final Members members;
    private final Desks desks;
    private final BusinessTime time;
    private @Nullable House house;

    SessionCardsGround(TestStaff staff, Members members, Desks desks, BusinessTime time) {
        this.staff = staff;
        this.members = members;
        this.desks = desks;
        this.time = time;
    }

    /** What the tests act on. */
    @TestComponent
    public record Desks(SessionProducts products, SessionCards cards, Bookings bookings) {}

    /** A store with two people, one room for two and one for one; a massage takes both, a lesson a room only. */
    public record House(
            UnitId store, List<StaffId> people, List<UUID> rooms, UUID massage, UUID lesson, ProductView product) {}

    /** The house, built on first use. */
    public House house() {
        if (house == null) {
            house = build(Starts.FIRST_USE);
        }
        return house;
    }

    /** Moves into another house, where nothing is booked yet. */
    public House fresh() {
        house = build(Starts.FIRST_USE);
        return house;
    }

    /** A house of its own, with a card whose days begin so. */
    public House build(Starts starts) {
        return staff.asMachine(() -> {
            var store = staff.open(UnitKind.STORE, staff.company());
            var people = List.of(
                    staff.hire("store", store).id(), staff.hire("store", store).id());
            var massage = service("推拿", 60, 20_000, true);
            var lesson = service("体验课", 30, 9_900, false);
            desks.bookings.setHours(store, new SetHours(week(people), 0));
            desks.bookings.enterPlace(store, new PlaceDetails("双人间", 2, true));
            var rooms = desks.bookings.enterPlace(store, new PlaceDetails("单间", 1, true)).places().stream()
                    .map(RotaView.Place::id)
                    .toList();
            var product = product(List.of(massage, lesson), starts, PRICE);
            return new House(store, people, rooms, massage, lesson, product);
        });
    }

    private UUID service(String name, int minutes, long listed, boolean needsStaff) {
        var details =
                new ServiceDetails(name + COUNT.incrementAndGet(), minutes, Money.cny(listed), needsStaff, true, true);
        return desks.products.enterService(details).id();
    }

    private static List<WeekHours> week(List<StaffId> people) {
        var hours = new ArrayList<WeekHours>();
        IntStream.rangeClosed(1, 7).forEach(day -> {
            hours.add(new WeekHours(null, day, "09:00", "18:00"));
            people.forEach(one -> hours.add(new WeekHours(one, day, "09:00", "17:00")));
        });
        return hours;
    }

    /** A card of seven massages and three lessons on sale everywhere. */
    public ProductView product(List<UUID> services, Starts starts, long price) {
        var details = new ProductDetails(
                "十次卡" + COUNT.incrementAndGet(),
                Money.cny(price),
                List.of(
                        new ProductDetails.Item(services.getFirst(), MASSAGES),
                        new ProductDetails.Item(services.getLast(), LESSONS)),
                starts,
                starts == Starts.ENDLESS ? null : NEVER_TOO_SHORT,
                List.of(),
                null);
        return onSale(details);
    }

    /** A card of unlimited use of massages and lessons, good for so many days. */
    public ProductView unlimited(House at, Starts starts, int days, @Nullable Integer daily) {
        return onSale(new ProductDetails(
                "不限次卡" + COUNT.incrementAndGet(),
                Money.cny(PRICE),
                List.of(new ProductDetails.Item(at.massage(), null), new ProductDetails.Item(at.lesson(), null)),
                starts,
                days,
                List.of(),
                new ProductDetails.Unlimited(daily)));
    }

    private ProductView onSale(ProductDetails details) {
        return staff.asMachine(() -> {
            var draft = desks.products.enter(details);
            return desks.products.move(draft.id(), new MoveProduct(ProductView.State.ON_SALE, draft.revision()));
        });
    }

    /** A member of whom nothing is known. */
    public MemberId member() {
        return member(MemberProfile.EMPTY);
    }

    /** A member whose name and document are known. */
    public MemberId named() {
        int number = COUNT.incrementAndGet();
        var document = new IdentityDocument(IdentityDocument.DocumentKind.PASSPORT, "G" + (20_000_000 + number));
        return member(new MemberProfile("计次" + number, null, null, null, null, null, document, null, null, null, null));
    }

    private MemberId member(MemberProfile profile) {
        var store = house().store();
        return staff.asMachine(() -> members.register(
                        new RegisterMember(MemberKind.PERSON, null, profile, null, null, store, null, null, null, null))
                .member()
                .id());
    }

    public SellCard sale(MemberId member) {
        return sale(member, house());
    }

    public SellCard sale(MemberId member, House at) {
        return new SellCard(
                member, at.product().id(), at.store(), at.product().details().price(), PaymentMethod.CARD, null);
    }

    public CardView sell(MemberId member) {
        return sell(member, house());
    }

    public CardView sell(MemberId member, House at) {
        return staff.asMachine(() -> desks.cards.sell(sale(member, at), key()));
    }

    /** Sells another card than the usual one. */
    public CardView sell(MemberId member, ProductView product) {
        var sale = new SellCard(
                member, product.id(), house().store(), product.details().price(), PaymentMethod.CARD, null);
        return staff.asMachine(() -> desks.cards.sell(sale, key()));
    }

    public CardView use(UUID card, UUID service) {
        return staff.asMachine(() ->
                desks.cards.use(card, new UseSession(service, house().store(), null, Confirmation.IN_PERSON), key()));
    }

    public BookingView book(UUID card, UUID service, Instant at) {
        return staff.asMachine(() -> desks.bookings.book(booking(card, service, at), key()));
    }

    public BookSession booking(UUID card, UUID service, Instant at) {
        return new BookSession(card, service, house().store(), at, null, null);
    }

    /** A time so many days ahead, which no other test of this house asks for while the clock stands. */
    public Instant at(int days, int hour) {
        return at(staff.today().plusDays(days), LocalTime.of(hour, 0));
    }

    public Instant at(LocalDate day, LocalTime clock) {
        return day.atTime(clock).atZone(time.zone()).toInstant();
    }

    public CardView.Share share(UUID card, UUID service) {
        return staff.asMachine(() -> desks.cards.get(card)).shares().stream()
                .filter(one -> one.service().equals(service))
                .findFirst()
                .orElseThrow();
    }

    public List<CardFact> facts(UUID card) {
        return staff.asMachine(() -> desks.cards.facts(card));
    }

    /** Why it was refused, or "done". */
    public String outcome(Supplier<?> work) {
        try {
            staff.asMachine(work);
            return "done";
        } catch (Refusal refusal) {
            return refusal.reason().code();
        }
    }

    static String key() {
        return UUID.randomUUID().toString();
    }
}
