package org.guildhall.checkout;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guildhall.kernel.MemberId;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.MovableClock;
import org.guildhall.testing.TestHttp.Answer;
import org.guildhall.testing.TestStaff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What stories at the counter share: the rules, a basket of tea and tobacco, and how it is paid for. */
@GuildhallTest
@Import({CheckoutGround.class, CheckoutGround.Books.class})
abstract class CounterGround {

    @Autowired
    TestStaff staff;

    @Autowired
    CheckoutGround ground;

    @Autowired
    MovableClock clock;

    private static Class<?> ruledFor = CounterGround.class;
    private Instant start = MovableClock.START;

    /** Once for each story: between two of them others may have made rules of their own. */
    @BeforeEach
    void rules() {
        start = clock.instant();
        if (ruledFor != getClass()) {
            ground.establish(
                    CheckoutGround.rules(CheckoutPolicy.MoneyBack.IN_PROPORTION),
                    staff.today().minusMonths(1));
            ruledFor = getClass();
        }
    }

    @AfterEach
    void back() {
        clock.moveTo(start);
    }

    Map<String, Object> body(@Nullable MemberId member, Long points, long stored) {
        var body = new HashMap<String, Object>();
        if (member != null) {
            body.put("member", member);
        }
        body.put("store", ground.store());
        body.put("points", points);
        body.put("stored", Map.of("minor", stored, "currency", "CNY"));
        body.put(
                "lines",
                List.of(
                        Map.of("product", "茶叶", "category", "茶", "quantityMilli", 2_000, "amount", fen(10_000)),
                        Map.of("product", "香烟", "category", "烟", "quantityMilli", 1_000, "amount", fen(2_000))));
        return body;
    }

    static Map<String, Object> commit(Map<String, Object> basket, Answer quote, long due) {
        return Map.of(
                "basket",
                basket,
                "expected",
                quote.json().path("expected"),
                "payments",
                List.of(
                        Map.of("method", "card", "amount", fen(due - 1_000)),
                        Map.of("method", "cash", "amount", fen(1_000))));
    }

    static Map<String, Object> fen(long fen) {
        return Map.of("minor", fen, "currency", "CNY");
    }

    static Map<String, Object> with(Map<String, ?> some, Map<String, ?> more) {
        var all = new HashMap<String, Object>(some);
        all.putAll(more);
        return all;
    }
}
