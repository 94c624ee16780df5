package org.guildhall.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.guildhall.kernel.Money;
import org.guildhall.kernel.StaffId;
import org.guildhall.kernel.UnitId;
import org.guildhall.sessioncards.Bookings;
import org.guildhall.sessioncards.MoveProduct;
import org.guildhall.sessioncards.PlaceDetails;
import org.guildhall.sessioncards.ProductDetails;
import org.guildhall.sessioncards.ProductDetails.Starts;
import org.guildhall.sessioncards.ProductQuery;
import org.guildhall.sessioncards.ProductView;
import org.guildhall.sessioncards.ServiceDetails;
import org.guildhall.sessioncards.SessionProducts;
import org.guildhall.sessioncards.SetHours;
import org.guildhall.sessioncards.WeekHours;
import org.springframework.stereotype.Component;

/** The services of the demo company, the session cards it sells of them, and the hours and places of its stores. */
@Component
class Studio {

    private static final int THREE_YEARS = 1_096;
    private static final int A_YEAR = 365;
    private static final int A_MONTH = 30;
    private static final int DAYS_A_WEEK = 7;

    private final SessionProducts products;
    private final Bookings bookings;

    Studio(SessionProducts products, Bookings bookings) {
        this.products = products;
        this.bookings = bookings;
    }

    /** What is on sale, in the order in which it was entered; entered once. */
    List<ProductView> fill(Cast cast) {
        if (products.services().isEmpty()) {
            enter();
            for (int i = 0; i < cast.stores().size(); i++) {
                var people = List.of(cast.cashiers().get(i), cast.advisers().get(i));
                arrange(cast.stores().get(i), people);
            }
        }
        var query = new ProductQuery(ProductView.State.ON_SALE, null, null, null, null);
        return products.list(query).items().reversed();
    }

    private void enter() {
        var massage = service("肩颈推拿", 60, 16_800, true);
        var care = service("皮肤护理", 75, 19_800, true);
        var tea = service("茶艺体验课", 90, 9_800, false);
        sell("肩颈推拿五次卡", 68_000, Starts.FIRST_USE, item(massage, 5));
        sell("焕新组合卡", 98_000, Starts.SALE, item(massage, 3), item(care, 4));
        sell("茶艺课十次卡", 79_900, Starts.ENDLESS, item(tea, 10));
        unlimited("茶艺课年卡", 96_000, Starts.FIRST_USE, new ProductDetails.Unlimited(1), A_YEAR, tea);
        unlimited("茶艺课月卡", 19_800, Starts.SALE, new ProductDetails.Unlimited(null), A_MONTH, tea);
        draft("企业团体卡", 288_000, item(massage, 12), item(tea, 12));
    }

    private UUID service(String name, int minutes, long listed, boolean staffed) {
        return products.enterService(new ServiceDetails(name, minutes, Money.cny(listed), staffed, true, true))
                .id();
    }

    private static ProductDetails.Item item(UUID service, int sessions) {
        return new ProductDetails.Item(service, sessions);
    }

    private void sell(String name, long price, Starts starts, ProductDetails.Item... items) {
        var days = starts == Starts.ENDLESS ? null : THREE_YEARS;
        onSale(new ProductDetails(name, Money.cny(price), List.of(items), starts, days, List.of(), null));
    }

    private void unlimited(
            String name, long price, Starts starts, ProductDetails.Unlimited unlimited, int days, UUID service) {
        var items = List.of(new ProductDetails.Item(service, null));
        onSale(new ProductDetails(name, Money.cny(price), items, starts, days, List.of(), unlimited));
    }

    private void onSale(ProductDetails details) {
        var draft = products.enter(details);
        products.move(draft.id(), new MoveProduct(ProductView.State.ON_SALE, draft.revision()));
    }

    private void draft(String name, long price, ProductDetails.Item... items) {
        products.enter(new ProductDetails(
                name, Money.cny(price), List.of(items), Starts.FIRST_USE, THREE_YEARS, List.of(), null));
    }

    private void arrange(UnitId store, List<StaffId> people) {
        bookings.enterPlace(store, new PlaceDetails("一号护理间", 1, true));
        bookings.enterPlace(store, new PlaceDetails("二号护理间", 1, true));
        bookings.enterPlace(store, new PlaceDetails("茶室", 6, true));
        var hours = new ArrayList<WeekHours>();
        IntStream.rangeClosed(1, DAYS_A_WEEK).forEach(day -> {
            hours.add(new WeekHours(null, day, "10:00", "21:00"));
            hours.add(new WeekHours(people.getFirst(), day, "10:00", "18:00"));
            hours.add(new WeekHours(people.getLast(), day, "13:00", "21:00"));
        });
        bookings.setHours(store, new SetHours(hours, 0));
    }
}
