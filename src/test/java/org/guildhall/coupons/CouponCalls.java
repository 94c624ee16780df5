package org.guildhall.coupons;

import static org.guildhall.testing.Answers.ok;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guildhall.kernel.MemberId;
import org.guildhall.kernel.UnitId;
import org.guildhall.testing.TestHttp.Answer;
import org.guildhall.testing.TestHttp.Client;

/** What stories of coupons send, and what they look at afterwards. */
final class CouponCalls {

    private CouponCalls() {}

    static String open(Client client, Map<String, Object> details) {
        var batch = ok(client.post("/api/coupon-batches", details))
                .json()
                .path("id")
                .asString();
        ok(client.post("/api/coupon-batches/" + batch + "/state", Map.of("state", "open", "expectedVersion", 1)));
        return batch;
    }

    static Map<String, Object> batch(String code, Map<String, Object> benefit) {
        var details = new HashMap<String, Object>();
        details.put("code", code);
        details.put("name", "故事券");
        details.put("benefit", benefit);
        details.put("validity", Map.of("kind", "days-from-issue", "days", 30));
        details.put("quantity", 100);
        details.put("transfers", 0);
        details.put("exclusive", false);
        details.put("place", 0);
        return details;
    }

    static Map<String, Object> cash(long amount, long floor) {
        return Map.of("kind", "cash", "amount", fen(amount), "floor", fen(floor));
    }

    /** What a basket of lines at these prices would cost with these coupons. */
    static Answer quote(Client client, UnitId store, MemberId member, List<String> codes, long... fen) {
        return ok(client.post("/api/checkouts/quote", body(store, member, codes, fen)));
    }

    /** Such a basket. */
    static Map<String, Object> body(UnitId store, MemberId member, List<String> codes, long... fen) {
        var lines = Arrays.stream(fen)
                .mapToObj(one -> Map.of("product", "龙井", "category", "茶", "quantityMilli", 2_000, "amount", fen(one)))
                .toList();
        return Map.of("member", member, "store", store, "lines", lines, "coupons", codes);
    }

    static Map<String, Object> commit(Map<String, Object> basket, Answer quote) {
        return Map.of(
                "basket",
                basket,
                "expected",
                quote.json().path("expected"),
                "payments",
                List.of(Map.of("method", "card", "amount", quote.json().path("due"))));
    }

    static Map<String, Object> fen(long fen) {
        return Map.of("minor", fen, "currency", "CNY");
    }
}
